package io.plumbline.server.sync;

import java.util.List;

/** What a person reads in place of the names of stages, statuses and triggers. */
final class SyncWords {

    /** The stages that a sync goes through; DONE is none. */
    static final List<SyncStage> STAGES = List.of(
            SyncStage.INITIATING,
            SyncStage.CONNECTIVITY_TEST,
            SyncStage.FETCHING,
            SyncStage.NORMALIZING,
            SyncStage.PROCESSING);

    private SyncWords() {}

    static String of(SyncStage stage) {
        return switch (stage) {
            case INITIATING -> "Initiating";
            case CONNECTIVITY_TEST -> "Connectivity test";
            case FETCHING -> "Fetching";
            case NORMALIZING -> "Normalizing";
            case PROCESSING -> "Processing";
            case DONE -> "Done";
        };
    }

    static String of(SyncStatus status) {
        return switch (status) {
            case QUEUED -> "Queued";
            case RUNNING -> "Running";
            case SUCCEEDED -> "Succeeded";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        };
    }

    /** The style's name of a status. */
    static String kind(SyncStatus status) {
        return switch (status) {
            case QUEUED -> "waiting";
            case RUNNING -> "running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    static String of(SyncTrigger trigger) {
        return switch (trigger) {
            case CREATED -> "First sync";
            case SCHEDULED -> "Schedule";
            case MANUAL -> "By hand";
            case RETRY -> "Retry";
        };
    }

    /** What started it, at the beginning of a sentence. */
    static String startedBy(SyncTrigger trigger) {
        return switch (trigger) {
            case CREATED -> "Started when the connector was created";
            case SCHEDULED -> "Started by its schedule";
            case MANUAL -> "Started by hand";
            case RETRY -> "Started again after an interruption";
        };
    }

    static String of(LogLine.Level level) {
        return switch (level) {
            case INFO -> "Info";
            case WARN -> "Warning";
            case ERROR -> "Error";
        };
    }

    /** What a sync means for the data. */
    static String meaning(Sync sync) {
        return switch (sync.status()) {
            case QUEUED -> "It waits for a free place. Nothing has been read yet.";
            case RUNNING -> "The inventory stays as it is until the end; then all changes become visible at once.";
            case SUCCEEDED -> "All of its changes are in the inventory.";
            case FAILED, CANCELLED ->
                "Nothing was changed: assets, findings and their statuses are as they were before.";
        };
    }
}
