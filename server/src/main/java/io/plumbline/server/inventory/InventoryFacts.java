package io.plumbline.server.inventory;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts;
import io.plumbline.server.platform.database.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the inventory is each connector's, from the counters. Of one that is being deleted nothing is. */
@Component
class InventoryFacts implements ConnectorFacts {

    private final JdbcClient jdbc;

    InventoryFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The severity is taken from the rank, because an index has that and the counts. */
    @Override
    public Map<Integer, Holdings> holdings(Collection<Connector> connectors) {
        Map<Integer, Holdings> holdings = new HashMap<>();
        jdbc.sql("""
                        select i.connector_id, i.active_assets, i.archived_assets, i.assets_observed_at, i.findings_observed_at,
                               coalesce(k.fixed, 0) as fixed, coalesce(k.info, 0) as "INFO", coalesce(k.low, 0) as "LOW",
                               coalesce(k.medium, 0) as "MEDIUM", coalesce(k.high, 0) as "HIGH", coalesce(k.critical, 0) as "CRITICAL"
                        from connector_inventory i
                        left join (
                          select connector_id, sum(fixed_count) as fixed,
                                 sum(open_count) filter (where rank / 10000 = 0) as info,
                                 sum(open_count) filter (where rank / 10000 = 1) as low,
                                 sum(open_count) filter (where rank / 10000 = 2) as medium,
                                 sum(open_count) filter (where rank / 10000 = 3) as high,
                                 sum(open_count) filter (where rank / 10000 = 4) as critical
                          from connector_weakness where connector_id = any (:ids) group by connector_id) k using (connector_id)
                        where i.connector_id = any (:ids)""").param("ids", ids(connectors).toArray(Integer[]::new)).query(row -> {
            holdings.put(row.getInt("connector_id"), holdings(row));
        });
        return holdings;
    }

    /** What is being deleted counts nowhere. */
    private static List<Integer> ids(Collection<Connector> connectors) {
        return connectors.stream()
                .filter(connector -> !connector.deleting())
                .map(Connector::id)
                .toList();
    }

    private static Holdings holdings(ResultSet row) throws SQLException {
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            open.put(severity, row.getLong(severity.name()));
        }
        return new Holdings(
                row.getLong("active_assets"),
                row.getLong("archived_assets"),
                open,
                row.getLong("fixed"),
                StoredTime.find(row, "assets_observed_at"),
                StoredTime.find(row, "findings_observed_at"));
    }
}
