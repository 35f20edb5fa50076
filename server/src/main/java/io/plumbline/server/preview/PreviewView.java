package io.plumbline.server.preview;

import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.PlannedChange;
import io.plumbline.server.sync.DryRun;
import io.plumbline.server.sync.PreviewSink.Guard;
import io.plumbline.server.sync.PreviewSink.Preview;
import io.plumbline.server.sync.SyncError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A preview as it is shown; without figures until it has them.
 *
 * @param dataPulling what it tries; null: what the connector is set to
 * @param counts as the sync would have them
 * @param changes what it would do, each with its first records by name
 * @param error why there are no figures; null where there are, or may be soon
 */
record PreviewView(
        String id,
        String connectorId,
        Status status,
        Instant queuedAt,
        @Nullable DataPulling dataPulling,
        @Nullable ChangeCounts counts,
        @Nullable Guard guard,
        List<PlannedChange> changes,
        @Nullable SyncError error) {

    /** One that was cancelled has failed to tell anything. */
    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    static PreviewView of(DryRun run, Optional<Preview> told) {
        return new PreviewView(
                Long.toString(run.id()),
                Integer.toString(run.connectorId()),
                run.underWay() ? Status.RUNNING : told.isPresent() ? Status.SUCCEEDED : Status.FAILED,
                run.queuedAt(),
                run.trial(),
                told.map(Preview::counts).orElse(null),
                told.map(Preview::guard).orElse(null),
                told.map(Preview::changes).orElse(List.of()),
                run.error());
    }
}
