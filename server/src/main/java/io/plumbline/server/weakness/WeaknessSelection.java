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
 * Unites what the connectors know and sorts it, anew for each page: sums are in no index. One index holds all that is summed up,
 * so a page costs some 25 ms for every 100,000 pairs of connector and weakness. Texts are searched once per request, which costs
 * as much again four times. Used by one thread.
 */
final class WeaknessSelection implements Selection<KnownWeakness> {

    /** A weakness does not count that was set aside in the console of all its connectors before it ever had a finding. */
    private static final String FROM = """
            (
              select weakness_id as id, max(rank) as rank, sum(open_count) as open_count, sum(affected_assets) as affected_assets,
                     bool_or(not excluded or open_count + fixed_count > 0) as counts
              from connector_weakness
              where connector_id = any(:connectors)
              group by weakness_id) known
            left join weakness w on w.id = known.id""";

    /**
     * Weaknesses whose description matches, the one that is shown: first in this package's order, and never blank. Each text is
     * looked at once, before anything is grouped, which keeps texts out of the grouping.
     */
    private static final String DESCRIBED = """
            select weakness_id
            from (
              select weakness_id, (100000 - rank)::bigint << 32 | connector_id as place, folded_description like any(:texts) as matches
              from connector_weakness
              where connector_id = any(:connectors) and description is not null
              offset 0) described
            group by weakness_id
            having min(place) = min(place) filter (where matches)""";

    /** Upwards too, what has no score comes last among those of its severity. */
    private static final String ASCENDING_RANK = "known.rank + case known.rank % 10000 when 0 then 9999 else 0 end";

    private final List<Integer> connectors;
    private final List<String> patterns;
    private final Conditions conditions;
    private final Sort sort;

    /**
     * @param patterns for {@code like}, folded; any of them in name or description. None: all match
     * @param conditions on {@code known}; {@code :connectors} is bound
     */
    WeaknessSelection(List<Integer> connectors, List<String> patterns, Conditions conditions, Sort sort) {
        this.connectors = connectors;
        this.patterns = patterns;
        this.conditions = conditions;
        this.sort = sort;
    }

    @Override
    public Total total(JdbcClient jdbc) {
        if (!patterns.isEmpty()) {
            search(jdbc);
        }
        return Total.exactly(jdbc.sql("select count(*) from " + FROM + " where " + conditions.sql())
                .params(conditions.parameters())
                .query(Long.class)
                .single());
    }

    private void search(JdbcClient jdbc) {
        String[] texts = patterns.toArray(String[]::new);
        Integer[] described = jdbc.sql(DESCRIBED)
                .param("texts", texts)
                .param("connectors", connectors.toArray(Integer[]::new))
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
        conditions
                .and("w.folded like any(:texts) or known.id = any(:described)", "texts", texts)
                .with("described", described);
    }

    @Override
    public List<Part<KnownWeakness>> parts(Total total) {
        FlatRead read = new FlatRead(FROM, conditions, List.of(key(), Key.integer("known.id")));
        return List.of(new Part<>(read, sort.descending(), place -> new KnownWeakness(place.integer(1), connectors)));
    }

    private Key key() {
        return switch (sort.field()) {
            case "severity" -> Key.integer(sort.descending() ? "known.rank" : ASCENDING_RANK);
            case "name" -> Key.text("w.folded");
            case "affectedAssetCount" -> Key.number("known.affected_assets");
            case "openFindingCount" -> Key.number("known.open_count");
            default -> throw new IllegalArgumentException("no sort " + sort);
        };
    }
}
