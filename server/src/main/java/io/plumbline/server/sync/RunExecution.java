package io.plumbline.server.sync;

import io.plumbline.connector.api.Connector;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Evidence;
import io.plumbline.server.inventory.Fence;
import io.plumbline.server.inventory.FencedException;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.InventoryPurge;
import io.plumbline.server.inventory.Staging;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carries a run from its fence to its commit. Whatever fails before the one transaction at the end leaves the inventory as it
 * was. Safe for many threads.
 */
@Component
final class RunExecution {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final Inventory inventory;
    private final Sources sources;
    private final RunRecords records;
    private final Commit commit;
    private final RunValidation validation;
    private final RunPreview preview;
    private final InventoryPurge purge;

    RunExecution(
            Inventory inventory,
            Sources sources,
            RunRecords records,
            Commit commit,
            RunValidation validation,
            RunPreview preview,
            InventoryPurge purge) {
        this.validation = validation;
        this.preview = preview;
        this.inventory = inventory;
        this.sources = sources;
        this.records = records;
        this.commit = commit;
        this.purge = purge;
    }

    void execute(LiveRun live, Received received) throws InterruptedException {
        Run run = live.run();
        io.plumbline.server.connector.Connector stored = sources.find(run.connectorId())
                .filter(io.plumbline.server.connector.Connector::syncable)
                .orElseThrow(SyncRules::notSyncable);
        live.info(started(run));
        Fence fence = inventory.raiseFence(run.connectorId(), run.id());
        records.fenced(fence);
        // Interruption ends with what may be interrupted: an interrupted thread gets no connection to drop its staging
        // by.
        try (Staging staging = inventory.stage(fence)) {
            live.occupy();
            try {
                change(live, received, stored, staging);
            } finally {
                live.leave();
            }
        }
    }

    private void change(
            LiveRun live, Received received, io.plumbline.server.connector.Connector stored, Staging staging)
            throws InterruptedException {
        switch (live.run().kind()) {
            case SYNC -> {
                ChangeSet changes = read(live, received, stored, staging);
                commit(live, changes, stored, () -> {
                    sources.markConnected(stored.id());
                    validation.afterSync(live, changes);
                });
            }
            case VALIDATION -> validation.onDemand(live, read(live, received, stored, staging));
            case PREVIEW -> preview.tell(live, read(live, received, stored, staging), pulling(live, stored));
            case RETENTION -> {
                live.enter(SyncStage.NORMALIZING);
                ChangeSet changes = inventory.compute(
                        staging, SyncRules.of(live.run(), stored.dataPulling()), Evidence.NOTHING_READ);
                try {
                    commit(live, changes, stored, () -> {});
                } catch (MassChangeStopped stopped) {
                    // The guard asks about what would leave the inventory, not about what left it long ago.
                    purge(live, staging.fence(), stored);
                    throw stopped;
                }
                purge(live, staging.fence(), stored);
            }
        }
    }

    private ChangeSet read(
            LiveRun live, Received received, io.plumbline.server.connector.Connector stored, Staging staging)
            throws InterruptedException {
        if (sources.isPlainHttp(stored)) {
            live.say(
                    LogLine.Level.WARN,
                    "The vendor is reached by plain HTTP: the key and the data can be read on the way.");
        }
        try (Connector connector = sources.open(stored)) {
            return new SyncRun(inventory, connector, pulling(live, stored), live, received).compute(staging);
        }
    }

    private static DataPulling pulling(LiveRun live, io.plumbline.server.connector.Connector stored) {
        DataPulling trial = live.run().trial();
        return trial == null ? stored.dataPulling() : trial;
    }

    private void commit(
            LiveRun live, ChangeSet changes, io.plumbline.server.connector.Connector stored, Runnable together) {
        live.enter(SyncStage.PROCESSING);
        SyncRules.guard(changes, live, stored.dataPulling());
        commit.apply(live, changes, together);
        live.info("All changes are in the inventory.");
        tidy(live, changes);
    }

    /** The changes stand whatever becomes of this; lists are a little slower until autovacuum has come round. */
    private void tidy(LiveRun live, ChangeSet changes) {
        try {
            inventory.tidy(changes);
        } catch (DataAccessException e) {
            LOG.warn("the inventory was not tidied after sync {}", live.run().id(), e);
        }
    }

    /** After the changes, for it moves the version that they were computed from. What it leaves is removed a day later. */
    private void purge(LiveRun live, Fence fence, io.plumbline.server.connector.Connector stored) {
        try {
            InventoryPurge.Purged purged = purge.purge(
                    fence, live.run().startedAt().minus(stored.dataPulling().purgeAfter()));
            live.info(String.format(
                    Locale.ROOT,
                    "Removed as too old: %,d assets, %,d findings, %,d weaknesses.",
                    purged.assets(),
                    purged.findings(),
                    purged.weaknesses()));
        } catch (FencedException e) {
            live.info("A sync has begun; what else is too old is removed tomorrow.");
        } catch (DataAccessException e) {
            LOG.warn("the inventory of connector {} was not purged whole", stored.id(), e);
        }
    }

    private static String started(Run run) {
        return switch (run.trigger()) {
            case CREATED -> "Sync started: the connector was created.";
            case SCHEDULED -> "Sync started by its schedule.";
            case MANUAL -> "Sync started by a person.";
            case RETRY -> "Sync started again: the one before was interrupted.";
        };
    }
}
