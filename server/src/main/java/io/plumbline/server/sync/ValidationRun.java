package io.plumbline.server.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that compares the inventory with what the vendor has now.
 *
 * @param error null unless it has ended without a comparison
 */
public record ValidationRun(
        long id,
        int connectorId,
        SyncStatus status,
        Instant queuedAt,
        @Nullable SyncError error) {

    public boolean underWay() {
        return !status.finished();
    }
}
