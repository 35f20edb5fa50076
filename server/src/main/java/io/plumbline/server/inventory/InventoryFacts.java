package io.plumbline.server.inventory;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the inventory is each connector's, from the counters. */
@Component
class InventoryFacts implements ConnectorFacts {

    private final JdbcClient jdbc;

    InventoryFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, Counts> counts(Collection<Connector> connectors) {
        List<Integer> ids = connectors.stream().map(Connector::id).toList();
        Map<Integer, Counts> counts = new HashMap<>();
        if (ids.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                        select i.connector_id, i.active_assets,
                               (select coalesce(sum(k.open_count), 0) from connector_weakness k where k.connector_id = i.connector_id)
                        from connector_inventory i
                        where i.connector_id in (:ids)""").param("ids", ids).query(row -> {
            counts.put(row.getInt(1), new Counts(row.getLong(2), row.getLong(3)));
        });
        return counts;
    }
}
