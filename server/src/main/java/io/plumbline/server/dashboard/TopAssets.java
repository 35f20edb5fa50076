package io.plumbline.server.dashboard;

import io.plumbline.server.dashboard.Summary.ExposedAsset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The assets with the worst open findings, in the order of the list of assets by exposure. Safe for many threads. */
@Repository
class TopAssets {

    private final JdbcClient jdbc;

    TopAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ExposedAsset> mostExposed(List<Integer> connectors, int limit) {
        return jdbc.sql("""
                        select a.connector_id || '-' || a.id, n.connector_id, n.name, n.critical, n.high, n.medium, n.low, n.info
                        from asset_name n
                        join asset a on a.connector_id = n.connector_id and a.name_id = n.id and a.status = 1
                        where n.active_assets > 0 and n.exposure > 0 and n.connector_id = any(:connectors)
                        order by n.exposure desc, n.connector_id desc, n.id desc, a.id desc
                        limit :limit""")
                .param("connectors", connectors.toArray(Integer[]::new))
                .param("limit", limit)
                .query((row, _) -> new ExposedAsset(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new SeverityCounts(
                                row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))))
                .list();
    }
}
