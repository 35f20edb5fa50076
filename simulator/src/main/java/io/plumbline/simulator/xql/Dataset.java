package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Row;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rows that can be read any number of times.
 *
 * @param columns the fields that a query may name
 * @param times those among them that hold times
 */
record Dataset(List<String> columns, Set<String> times, Supplier<Stream<Row>> rows) {

    /**
     * The field of this name, in whichever case it was written.
     *
     * @throws QueryFailure where there is none
     */
    String require(String field) {
        var lower = field.toLowerCase(Locale.ROOT);
        return columns.stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .orElseThrow(() -> new QueryFailure("unknown field " + field));
    }

    Dataset withRows(Supplier<Stream<Row>> other) {
        return new Dataset(columns, times, other);
    }
}
