package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.PlannedChange;
import java.time.Instant;
import java.util.List;

/** Keeps what a sync would change. Called in a transaction. */
public interface PreviewSink {

    /** @param runId of the run that has read the source */
    void add(int connectorId, long runId, Instant at, Preview preview);

    /** @param counts as the sync would have them */
    record Preview(ChangeCounts counts, Guard guard, List<PlannedChange> changes) {

        public Preview {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What the mass-change guard would make of it.
     *
     * @param stops whether it would stop the sync
     * @param percent what it is set to
     */
    record Guard(
            boolean stops,
            int percent,
            long assetsLeaving,
            long assetsBefore,
            long findingsLeaving,
            long findingsBefore) {}
}
