package io.plumbline.server.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest sync of a connector, as far as pages about connectors tell of it.
 *
 * @param stage in words, such as "Fetching"
 * @param done endpoints, then rows
 * @param total 0: unknown
 * @param problem why it did not succeed, in one sentence; null where it did or has not ended
 * @param remedy what to do about it; null where there is no problem
 * @param warnings what a person should know although it succeeded
 */
public record LatestSync(
        String id,
        State state,
        String stage,
        long done,
        long total,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        @Nullable String remedy,
        List<String> warnings) {

    public LatestSync {
        warnings = List.copyOf(warnings);
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** Whether a page that shows it should look again soon. */
    public boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
