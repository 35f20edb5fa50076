package io.plumbline.server.dashboard;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.platform.database.StoredTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inventory's counters, connector by connector. Safe for many threads. */
@Repository
class Counters {

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much of the inventory is one connector's, and how old that is. */
    record Part(
            long assets,
            long archivedAssets,
            @Nullable Instant assetsObservedAt,
            @Nullable Instant findingsObservedAt,
            SeverityCounts open,
            long fixed) {

        static final Part NOTHING = new Part(0, 0, null, null, SeverityCounts.NONE, 0);
    }

    private record Findings(SeverityCounts open, long fixed) {

        static final Findings NONE = new Findings(SeverityCounts.NONE, 0);

        Findings plus(Findings more) {
            return new Findings(open.plus(more.open), fixed + more.fixed);
        }
    }

    /** By connector; one that never ran has none. */
    Map<Integer, Part> of(List<Integer> connectors) {
        Integer[] ids = connectors.toArray(Integer[]::new);
        Map<Integer, Findings> findings = findings(ids);
        Map<Integer, Part> parts = new HashMap<>();
        jdbc.sql("""
                        select connector_id, active_assets, archived_assets, assets_observed_at, findings_observed_at
                        from connector_inventory
                        where connector_id = any(:connectors)""").param("connectors", ids).query(row -> {
            int connector = row.getInt("connector_id");
            Findings own = findings.getOrDefault(connector, Findings.NONE);
            parts.put(
                    connector,
                    new Part(
                            row.getLong("active_assets"),
                            row.getLong("archived_assets"),
                            StoredTime.find(row, "assets_observed_at"),
                            StoredTime.find(row, "findings_observed_at"),
                            own.open(),
                            own.fixed()));
        });
        return parts;
    }

    /** The severity is taken from the rank, because an index has that. */
    private Map<Integer, Findings> findings(Integer[] connectors) {
        Map<Integer, Findings> findings = new HashMap<>();
        jdbc.sql("""
                        select connector_id, rank / 10000, sum(open_count), sum(fixed_count)
                        from connector_weakness
                        where connector_id = any(:connectors)
                        group by connector_id, rank / 10000""").param("connectors", connectors).query(row -> {
            SeverityCounts open = SeverityCounts.of(Severity.ofLevel(row.getInt(2)), row.getLong(3));
            findings.merge(row.getInt(1), new Findings(open, row.getLong(4)), Findings::plus);
        });
        return findings;
    }
}
