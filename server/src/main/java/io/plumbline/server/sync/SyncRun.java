package io.plumbline.server.sync;

import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Evidence;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.Evidence.Tally;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.Staging;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * The reading half of a sync, stage by stage: the source is read into staging, and what would change is computed. Used by one
 * thread.
 */
final class SyncRun {

    /** As many ids as one question for absent assets takes. */
    private static final int ABSENT_AT_A_TIME = 100;

    private final Inventory inventory;
    private final Connector connector;
    private final DataPulling pulling;
    private final ReadOptions options;
    private final LiveRun live;
    private final Received received;

    SyncRun(Inventory inventory, Connector connector, DataPulling pulling, LiveRun live, Received received) {
        this.inventory = inventory;
        this.connector = connector;
        this.pulling = pulling;
        this.options = new ReadOptions(pulling.maxEndpoints());
        this.live = live;
        this.received = received;
    }

    /** Reads everything and computes what would change; nothing of the inventory is touched. */
    ChangeSet compute(Staging staging) throws InterruptedException {
        Evidence evidence = read(staging);
        live.enter(SyncStage.NORMALIZING);
        ChangeSet changes = inventory.compute(staging, SyncRules.of(live.run(), pulling), evidence);
        received.computed(changes.counts());
        RunReport.of(changes, live);
        return changes;
    }

    private Evidence read(Staging staging) throws InterruptedException {
        live.enter(SyncStage.CONNECTIVITY_TEST);
        connector.probe(options, uncounted());
        live.enter(SyncStage.FETCHING);
        Endpoints endpoints = readAssets(staging);
        Part findings = Part.NONE;
        if (pulling.findingsWanted()) {
            findings = readFindings(staging);
        } else {
            live.info("This connector ingests assets only; findings are not read.");
        }
        return new Evidence(endpoints.part(), findings, endpoints.tally());
    }

    private record Endpoints(Part part, Tally tally) {}

    private Endpoints readAssets(Staging staging) throws InterruptedException {
        live.info("Reading endpoints.");
        AssetsRead read = counted(
                () -> connector.readAssets(options, staging.assets(), live.read(ReadPart.Part.ENDPOINTS)),
                () -> countAssets(staging));
        live.tellRead();
        countAssets(staging);
        staging.index();
        long dropped = read.droppedRows();
        if (dropped == 0) {
            dropped = confirmAbsence(staging);
        }
        if (dropped > 0) {
            live.warn(SyncWarning.rowsDropped(dropped, "endpoints"));
        }
        if (staging.cutSearchTexts() > 0) {
            live.say(
                    LogLine.Level.WARN,
                    staging.cutSearchTexts()
                            + " × asset has so many addresses that searches find it by the first ones only");
        }
        return new Endpoints(
                dropped > 0 ? Part.GAPS : Part.COMPLETE, new Tally(read.vendorTotal(), read.droppedRows()));
    }

    /** Asks for what was not returned, so that only what the source then does not know either counts as gone. */
    private long confirmAbsence(Staging staging) throws InterruptedException {
        long dropped = 0;
        long asked = 0;
        List<String> missing = staging.missingAssets("", ABSENT_AT_A_TIME);
        while (!missing.isEmpty()) {
            asked += missing.size();
            dropped += connector
                    .confirmAbsent(missing, options, staging.assets(), uncounted())
                    .droppedRows();
            missing = staging.missingAssets(missing.getLast(), ABSENT_AT_A_TIME);
        }
        if (asked > 0) {
            staging.flush();
            long returned = received.assets(staging.distinctAssets());
            live.info(asked + " assets were not returned and asked for once more; " + returned + " were there.");
        }
        return dropped;
    }

    private Part readFindings(Staging staging) throws InterruptedException {
        live.info("Reading findings.");
        FindingsRead read = counted(
                () -> connector.readFindings(options, staging.findings(), live.read(ReadPart.Part.ROWS)),
                () -> countPairs(staging));
        staging.flush();
        return switch (read) {
            case FindingsRead.Skipped skipped -> {
                live.warn(SyncWarning.findingsSkipped(skipped.message(), skipped.remedy()));
                yield Part.NONE;
            }
            case FindingsRead.Completed completed -> {
                live.tellRead();
                if (completed.droppedRows() > 0) {
                    live.warn(SyncWarning.rowsDropped(completed.droppedRows(), "findings"));
                    yield Part.GAPS;
                }
                yield Part.COMPLETE;
            }
        };
    }

    private interface Read<T> {
        T run() throws InterruptedException;
    }

    private interface Count {
        void run() throws InterruptedException;
    }

    /**
     * What a read has received that fails at the vendor's is counted all the same, for the record of its sync. One that is stopped
     * is to end at once.
     */
    private static <T> T counted(Read<T> read, Count count) throws InterruptedException {
        try {
            return read.run();
        } catch (ConnectorException failure) {
            try {
                count.run();
            } catch (DataAccessException uncounted) {
                failure.addSuppressed(uncounted);
            }
            throw failure;
        }
    }

    private void countAssets(Staging staging) throws InterruptedException {
        staging.flush();
        received.assets(staging.distinctAssets());
    }

    private void countPairs(Staging staging) throws InterruptedException {
        staging.flush();
        received.pairs(staging.distinctPairs(pulling.includeExcluded()));
    }

    private ReadMonitor uncounted() {
        return live.progress().uncounted(live);
    }
}
