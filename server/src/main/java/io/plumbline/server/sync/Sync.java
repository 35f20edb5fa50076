package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sync as it is shown.
 *
 * @param type always FULL
 * @param stages when it was in which stage
 * @param waitingMillis how long it waited in the queue; null while it waits
 * @param cancelRequested somebody has cancelled it; while it runs, it is about to end
 * @param reading the progress part by part
 * @param sizes what it made of the inventory; null unless it has succeeded
 * @param attempt how many in a row it makes, from 1
 * @param retryAt when another one follows by itself, because it failed; null where none does
 * @param counts what it did; zeros until it has ended. findings null: none were read
 */
public record Sync(
        String id,
        String connectorId,
        SyncTrigger trigger,
        String type,
        SyncStatus status,
        SyncStage stage,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long waitingMillis,
        boolean cancelRequested,
        Progress progress,
        List<ReadPart> reading,
        ChangeCounts counts,
        @Nullable Sizes sizes,
        List<StageTimes> stages,
        List<SyncWarning> warnings,
        @Nullable SyncError error,
        int attempt,
        @Nullable Instant retryAt) {

    static final String FULL = "FULL";

    static final ChangeCounts NOTHING =
            new ChangeCounts(ChangeCounts.Assets.onlyReceived(0), ChangeCounts.Findings.onlyReceived(0));

    /**
     * @param done endpoints, then rows
     * @param total 0: unknown
     */
    public record Progress(long done, long total) {}
}
