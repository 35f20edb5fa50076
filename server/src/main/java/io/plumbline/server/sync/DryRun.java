package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that reads everything and changes nothing.
 *
 * @param trial the data pulling that it tries; null: the connector's
 * @param error null unless it has ended without what it was to find out
 */
public record DryRun(
        long id,
        int connectorId,
        SyncStatus status,
        Instant queuedAt,
        @Nullable DataPulling trial,
        @Nullable SyncError error) {

    public boolean underWay() {
        return !status.finished();
    }
}
