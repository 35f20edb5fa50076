package io.plumbline.server.weakness;

import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.FlatRead;
import io.plumbline.server.platform.listing.Key;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Unites what the connectors know and sorts it, anew for each page: sums are in no index. An index holds all that is summed up, so
 * this costs milliseconds per ten thousand pairs of connector and weakness.
 */
record WeaknessSelection(List<Integer> connectors, Conditions conditions, Sort sort)
        implements Selection<KnownWeakness> {

    /** A weakness that all its connectors leave out, set aside in the vendor's console, and that never had a finding, does not count. */
    private static final String FROM = """
            (
              select weakness_id as id, max(rank) as rank, sum(open_count) as open_count, sum(affected_assets) as affected_assets,
                     bool_or(not excluded or open_count + fixed_count > 0) as counts
              from connector_weakness
              where connector_id = any(:connectors)
              group by weakness_id) known
            left join weakness w on w.id = known.id""";

    /** In the name or in the description that is shown; what no connector says need not be looked at one by one. */
    static final String CONTAINS = """
            w.folded like any(:texts)
            or known.id in (
                 select weakness_id from connector_weakness
                 where connector_id = any(:connectors) and folded_description like any(:texts))
               and (
                 select k.folded_description
                 from connector_weakness k
                 where k.weakness_id = known.id and k.connector_id = any(:connectors) and btrim(k.description) <> ''
                 order by k.rank desc, k.connector_id
                 limit 1) like any(:texts)""";

    private static final Key ID = Key.integer("known.id");

    @Override
    public Total total(JdbcClient jdbc) {
        return Total.exactly(jdbc.sql("select count(*) from " + FROM + " where " + conditions.sql())
                .params(conditions.parameters())
                .query(Long.class)
                .single());
    }

    @Override
    public List<Part<KnownWeakness>> parts(Total total) {
        FlatRead read = new FlatRead(FROM, conditions, List.of(key(), ID));
        return List.of(new Part<>(read, sort.descending(), place -> new KnownWeakness(place.integer(1), connectors)));
    }

    private Key key() {
        return switch (sort.field()) {
            case "severity" -> Key.integer(sort.descending() ? "known.rank" : RISING);
            case "name" -> Key.text("w.folded");
            case "affectedAssetCount" -> Key.number("known.affected_assets");
            case "openFindingCount" -> Key.number("known.open_count");
            default -> throw new IllegalArgumentException("no sort " + sort);
        };
    }

    /** Without a score comes last among those of its severity, upwards too. */
    private static final String RISING = "known.rank + case known.rank % 10000 when 0 then 9999 else 0 end";
}
