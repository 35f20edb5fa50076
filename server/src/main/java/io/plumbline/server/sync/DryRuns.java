package io.plumbline.server.sync;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.NotFound;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people ask of runs that read everything and change nothing. Safe for many threads and many servers. */
@Component
public class DryRuns {

    private static final String BUSY =
            "A sync, validation or preview of this connector is queued or running: wait for its end, or cancel the sync.";

    private final SyncQueue queue;
    private final SyncReading reading;
    private final Runner runner;
    private final Syncs syncs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    DryRuns(
            SyncQueue queue,
            SyncReading reading,
            Runner runner,
            Syncs syncs,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.reading = reading;
        this.runner = runner;
        this.syncs = syncs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Queues a comparison of the inventory with what the vendor has now.
     *
     * @throws NotFound where there is no such connector
     * @throws Conflict while anything is queued or running, where no sync has succeeded yet, or where the connector does not sync
     */
    public DryRun validate(Connector connector) {
        if (reading.lastSucceeded(connector.id()).isEmpty()) {
            throw new Conflict("There is nothing to compare yet: no sync of this connector has succeeded.");
        }
        return queue(connector, RunKind.VALIDATION, Optional.empty(), AuditAction.VALIDATION_STARTED);
    }

    /**
     * Queues a computation of what a sync would change.
     *
     * @param trial data pulling to try; empty: the connector's
     * @throws NotFound likewise
     * @throws Conflict while anything is queued or running, or where the connector does not sync
     */
    public DryRun preview(Connector connector, Optional<DataPulling> trial) {
        return queue(connector, RunKind.PREVIEW, trial, AuditAction.PREVIEW_STARTED);
    }

    public Optional<DryRun> validation(long runId) {
        return reading.dryRun(runId, RunKind.VALIDATION);
    }

    public Optional<DryRun> preview(long runId) {
        return reading.dryRun(runId, RunKind.PREVIEW);
    }

    /** The last that somebody has asked of a connector, whatever became of it. */
    public Optional<DryRun> newestValidation(int connectorId) {
        return reading.newestDryRun(connectorId, RunKind.VALIDATION);
    }

    /** Likewise. */
    public Optional<DryRun> newestPreview(int connectorId) {
        return reading.newestDryRun(connectorId, RunKind.PREVIEW);
    }

    private DryRun queue(Connector connector, RunKind kind, Optional<DataPulling> trial, AuditAction action) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            queue.lockConnector(connector.id());
            syncs.refuseUnlessSyncable(connector.id());
            long id = queue.add(connector.id(), kind, SyncTrigger.MANUAL, false).orElseThrow(() -> new Conflict(BUSY));
            trial.ifPresent(pulling -> queue.tries(id, pulling));
            AfterCommit.run(runner::wake);
            audit.done(action, "connector " + connector.id());
            return reading.dryRun(id, kind).orElseThrow();
        }));
    }
}
