package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import io.plumbline.server.connector.ConnectorFacts.Holdings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every connector, one a line. */
public record ConnectorListPage(List<Row> rows) {

    /**
     * @param latest null before the first sync
     * @param nextSyncAt null where none is scheduled
     */
    public record Row(
            int id,
            String name,
            String typeName,
            StatusLine status,
            @Nullable LatestSync latest,
            @Nullable Instant nextSyncAt,
            Holdings holdings,
            boolean enabled,
            boolean deleting) {

        static Row of(ConnectorState state, ConnectorTypes types) {
            Connector connector = state.connector();
            return new Row(
                    connector.id(),
                    connector.name(),
                    types.find(connector.type())
                            .map(ConnectorType::descriptor)
                            .map(type -> type.name())
                            .orElse(connector.type()),
                    state.line(),
                    state.latest(),
                    connector.syncable() ? state.nextSyncAt() : null,
                    state.holdings(),
                    connector.enabled(),
                    connector.deleting());
        }

        public String path() {
            return ConnectorHeader.pathOf(id);
        }

        public @Nullable Instant lastSyncAt() {
            return latest == null ? null : latest.finishedAt();
        }

        boolean isUnderWay() {
            return deleting || status.isSyncing();
        }
    }

    /** Whether the page should look again soon. */
    public boolean isUnderWay() {
        return rows.stream().anyMatch(Row::isUnderWay);
    }

    /** "3 connectors, 1 syncing, 1 failed". */
    public String sum() {
        return rows.size()
                + (rows.size() == 1 ? " connector" : " connectors")
                + counted(rows.stream().filter(row -> row.status().isSyncing()).count(), "syncing")
                + counted(
                        rows.stream()
                                .filter(row -> row.status().status() == ConnectorStatus.FAILED)
                                .count(),
                        "failed")
                + counted(
                        rows.stream()
                                .filter(row -> !row.enabled() && !row.deleting())
                                .count(),
                        "disabled");
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }
}
