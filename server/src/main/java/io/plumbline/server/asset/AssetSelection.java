package io.plumbline.server.asset;

import io.plumbline.server.platform.listing.BoundedCount;
import io.plumbline.server.platform.listing.CollectedRead;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.FlatRead;
import io.plumbline.server.platform.listing.MergedRead;
import io.plumbline.server.platform.listing.Read;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.listing.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assets that match filters, in an order. */
record AssetSelection(AssetFilters filters, AssetOrder order, boolean descending) implements Selection<AssetId> {

    private static final Total NONE = Total.exactly(0);

    private static final String COUNTERS = """
            select coalesce(sum(case when :active then active_assets else 0 end
                                + case when :archived then archived_assets else 0 end), 0)
            from connector_inventory
            where connector_id = any(:connectors)""";

    private static final String COUNTED_AS_AFFECTED = """
            select coalesce(sum(affected_assets), 0)
            from connector_weakness
            where weakness_id = :weakness and connector_id = any(:connectors)""";

    @Override
    public Total total(JdbcClient jdbc) {
        if (filters.matchNothing()) {
            return NONE;
        }
        if (filters.onlyWeakness().isPresent()) {
            return Total.exactly(jdbc.sql(COUNTED_AS_AFFECTED)
                    .param("weakness", filters.onlyWeakness().get())
                    .param("connectors", connectors())
                    .query(Long.class)
                    .single());
        }
        if (filters.tables().isEmpty()) {
            return Total.exactly(jdbc.sql(COUNTERS)
                    .param("active", filters.statuses().contains(AssetStatus.ACTIVE))
                    .param("archived", filters.statuses().contains(AssetStatus.ARCHIVED))
                    .param("connectors", connectors())
                    .query(Long.class)
                    .single());
        }
        AssetTable table = filters.tables().size() > 1
                ? AssetTable.ASSET
                : filters.tables().iterator().next();
        return BoundedCount.of(jdbc, table.leading(filters.tables()), conditions(table, filters.statuses()));
    }

    /** By exposure what is archived comes last either way: it has none. */
    @Override
    public List<Part<AssetId>> parts(Total total) {
        if (filters.matchNothing() || total.equals(NONE)) {
            return List.of();
        }
        if (order.table() != AssetTable.NAME) {
            return List.of(part(order, filters.statuses(), total));
        }
        List<Part<AssetId>> parts = new ArrayList<>();
        if (filters.statuses().contains(AssetStatus.ACTIVE)) {
            parts.add(part(order, Set.of(AssetStatus.ACTIVE), total));
        }
        if (filters.statuses().contains(AssetStatus.ARCHIVED)) {
            parts.add(part(AssetOrder.BY_ID, Set.of(AssetStatus.ARCHIVED), total));
        }
        return parts;
    }

    private Part<AssetId> part(AssetOrder order, Set<AssetStatus> statuses, Total total) {
        return new Part<>(total.isFew() ? few(order, statuses) : many(order, statuses), descending, order::id);
    }

    private Read few(AssetOrder order, Set<AssetStatus> statuses) {
        return new CollectedRead(
                order.table().leading(filters.tables()), conditions(order.table(), statuses), order.keys());
    }

    /** An index has its order within each status. */
    private Read many(AssetOrder order, Set<AssetStatus> statuses) {
        List<FlatRead> reads = statuses.stream()
                .map(status -> new FlatRead(
                        order.table().leading(filters.tables()),
                        conditions(order.table(), Set.of(status)),
                        order.keys(),
                        order.leading()))
                .toList();
        return reads.size() == 1 ? reads.getFirst() : new MergedRead(reads);
    }

    private Conditions conditions(AssetTable table, Set<AssetStatus> statuses) {
        return table.limit(filters.conditions().copy(), connectors(), statuses);
    }

    private Integer[] connectors() {
        return filters.connectors().toArray(Integer[]::new);
    }
}
