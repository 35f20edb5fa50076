package io.plumbline.server.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the five stages of a sync, as it is shown.
 *
 * @param kind {@code done}, {@code now} or {@code failed}; null before it
 * @param took null before it
 */
public record StageView(
        String label, @Nullable String kind, @Nullable String took) {

    static List<StageView> of(Sync sync, Instant now) {
        return SyncWords.STAGES.stream().map(stage -> of(stage, sync, now)).toList();
    }

    private static StageView of(SyncStage stage, Sync sync, Instant now) {
        List<StageTimes> times =
                sync.stages().stream().filter(time -> time.stage() == stage).toList();
        if (times.isEmpty()) {
            return new StageView(SyncWords.of(stage), null, null);
        }
        Duration took = times.stream()
                .map(time -> Duration.between(time.startedAt(), end(time, sync, now)))
                .reduce(Duration.ZERO, Duration::plus);
        return new StageView(SyncWords.of(stage), kind(stage, sync), Took.text(took));
    }

    /** The record of a run whose server died has a stage without an end. */
    private static Instant end(StageTimes time, Sync sync, Instant now) {
        if (time.finishedAt() != null) {
            return time.finishedAt();
        }
        return sync.finishedAt() == null ? now : sync.finishedAt();
    }

    private static String kind(SyncStage stage, Sync sync) {
        if (stage != sync.stage()) {
            return "done";
        }
        return switch (sync.status()) {
            case QUEUED, RUNNING -> "now";
            case SUCCEEDED -> "done";
            case FAILED, CANCELLED -> "failed";
        };
    }

    /** For who cannot see the colour. */
    public String state() {
        return switch (kind) {
            case "done" -> "done";
            case "now" -> "running";
            case "failed" -> "stopped here";
            case null, default -> "not begun";
        };
    }
}
