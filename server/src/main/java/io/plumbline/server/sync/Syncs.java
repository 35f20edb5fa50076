package io.plumbline.server.sync;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.NotFound;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people and schedules ask of syncs. Safe for many threads and many servers. */
@Component
public class Syncs {

    private final Sources sources;
    private final SyncQueue queue;
    private final SyncReading reading;
    private final Runner runner;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Syncs(
            Sources sources,
            SyncQueue queue,
            SyncReading reading,
            Runner runner,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.queue = queue;
        this.reading = reading;
        this.runner = runner;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Queues a sync, which starts as soon as there is a place. May be called inside a transaction; it then starts with the commit.
     *
     * @param allowMassChange confirms what the guard has stopped
     * @throws NotFound where there is no such connector
     * @throws Conflict when one is queued or running already, or the connector does not sync
     */
    public Sync request(int connectorId, SyncTrigger trigger, boolean allowMassChange) {
        return committed(transaction.execute(status -> {
            queue.lockConnector(connectorId);
            refuseUnlessSyncable(connectorId);
            stopAfterCommit(queue.giveWay(connectorId), LiveRun.Stop.LOST);
            long id = queue.add(connectorId, RunKind.SYNC, trigger, allowMassChange)
                    .orElseThrow(() -> new Conflict("A sync of this connector is queued or running already."));
            AfterCommit.run(runner::wake);
            Sync queued = reading.find(id).orElseThrow();
            if (trigger == SyncTrigger.MANUAL) {
                audit.done(allowMassChange ? AuditAction.GUARD_LIFTED : AuditAction.SYNC_STARTED, target(queued));
            }
            return queued;
        }));
    }

    /** Whether the data is as of the last sync that was tried: the newest that has ended succeeded. */
    public boolean lastOneSucceeded(int connectorId) {
        return reading.lastOneSucceeded(connectorId);
    }

    /**
     * Cancels a sync. One that runs ends within moments; its status tells when.
     *
     * @throws NotFound where there is no such sync
     * @throws Conflict when it has ended, or is just making its changes visible
     */
    public Sync cancel(long syncId) {
        return committed(transaction.execute(status -> {
            Sync before = get(syncId);
            if (!queue.cancel(syncId)) {
                throw new Conflict(
                        before.status().finished()
                                ? "The sync has ended."
                                : "The sync is making its changes visible; it is too late to cancel it.");
            }
            stopAfterCommit(List.of(syncId), LiveRun.Stop.CANCELLED);
            audit.done(AuditAction.SYNC_CANCELLED, target(before));
            return get(syncId);
        }));
    }

    /** @throws NotFound where there is none */
    public Sync get(long syncId) {
        return reading.find(syncId).orElseThrow(() -> new NotFound("There is no sync with the id " + syncId + "."));
    }

    /** Stops whatever a connector has queued or running. */
    void cancelAll(int connectorId) {
        transaction.executeWithoutResult(
                status -> stopAfterCommit(queue.cancelAll(connectorId), LiveRun.Stop.CANCELLED));
    }

    /** The time of the schedule has come. A time that falls into a sync is skipped. */
    void scheduled(int connectorId, String time) {
        transaction.executeWithoutResult(status -> {
            queue.lockConnector(connectorId);
            stopAfterCommit(queue.giveWayToSchedule(connectorId), LiveRun.Stop.LOST);
            OptionalLong id = queue.add(connectorId, RunKind.SYNC, SyncTrigger.SCHEDULED, false);
            if (id.isEmpty()) {
                queue.noteSkipped(connectorId, "The sync scheduled for " + time + " is skipped: this one is not done.");
            }
            AfterCommit.run(runner::wake);
        });
    }

    /** Re-judges what is known, unless something else is going on or there is nothing sound to judge. */
    void retention(Connector connector) {
        if (connector.syncable() && reading.lastOneSucceeded(connector.id())) {
            transaction.executeWithoutResult(status -> {
                OptionalLong _ = queue.add(connector.id(), RunKind.RETENTION, SyncTrigger.SCHEDULED, false);
                AfterCommit.run(runner::wake);
            });
        }
    }

    /** @throws Conflict where the connector does not sync */
    void refuseUnlessSyncable(int connectorId) {
        Connector connector = sources.find(connectorId)
                .orElseThrow(() -> new NotFound("There is no connector with the id " + connectorId + "."));
        if (connector.deleting()) {
            throw new Conflict("The connector is being deleted.");
        }
        if (!connector.enabled()) {
            throw new Conflict("The connector is disabled: enable it to sync.");
        }
    }

    private void stopAfterCommit(List<Long> runs, LiveRun.Stop reason) {
        AfterCommit.run(() -> runs.forEach(id -> runner.stop(id, reason)));
    }

    private static String target(Sync sync) {
        return "sync " + sync.id() + " of connector " + sync.connectorId();
    }

    private static Sync committed(@Nullable Sync sync) {
        if (sync == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return sync;
    }
}
