package io.plumbline.server.finding;

import io.plumbline.server.platform.listing.NestedRead;
import io.plumbline.server.platform.listing.Place;
import io.plumbline.server.platform.listing.Read;
import io.plumbline.server.platform.listing.Selection.Part;
import io.plumbline.server.platform.listing.Statement;
import io.plumbline.server.platform.listing.Total;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way through findings along an index, in its order.
 *
 * @param connector which of its keys is the connector; likewise {@code name} and {@code weakness}
 */
record Walk(NestedRead read, int connector, int name, int weakness) {

    Part<FindingId> part(boolean descending) {
        return new Part<>(read, descending, this::id);
    }

    /** In the same order, through what is found otherwise. */
    Part<FindingId> part(Read other, boolean descending) {
        return new Part<>(other, descending, this::id);
    }

    /** Selects connector_id, name_id and weakness_id of {@link Total#COUNTED} and one at most. */
    Statement found() {
        Statement page = read.some(Total.COUNTED + 1);
        String columns = IntStream.range(0, read.keys().size())
                .mapToObj(key -> "key" + key)
                .collect(Collectors.joining(", "));
        String sql = """
                select walk.key%d as connector_id, walk.key%d as name_id, walk.key%d as weakness_id
                from (
                  %s) walk (%s)""".formatted(connector, name, weakness, page.sql(), columns);
        return new Statement(sql, page.parameters());
    }

    private FindingId id(Place place) {
        return new FindingId(place.integer(connector), place.integer(name), place.integer(weakness));
    }
}
