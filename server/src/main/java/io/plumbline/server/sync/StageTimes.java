package io.plumbline.server.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run was in a stage.
 *
 * @param finishedAt null while it is
 */
public record StageTimes(
        SyncStage stage, Instant startedAt, @Nullable Instant finishedAt) {

    StageTimes until(Instant end) {
        return new StageTimes(stage, startedAt, end);
    }
}
