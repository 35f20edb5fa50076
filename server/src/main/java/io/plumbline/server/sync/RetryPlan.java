package io.plumbline.server.sync;

import io.plumbline.connector.api.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When a sync that failed is tried again by itself. What may pass by itself is worth it: soon and often where something had been read
 * already, later and less often where the vendor gave nothing at all. A person who started one sees that it failed.
 */
final class RetryPlan {

    private static final List<Duration> AFTER_SOME_PROGRESS = minutes(2, 5, 15, 30, 60);
    private static final List<Duration> AFTER_NONE = minutes(5, 15, 45);

    /** The vendor's quota of queries is new at 00:00 UTC; its clock may be a little behind. */
    private static final Duration PAST_MIDNIGHT = Duration.ofMinutes(10);

    private RetryPlan() {}

    /**
     * @param progress whether anything had been read
     * @return empty: the next is that of the schedule, or a person's
     */
    static Optional<Instant> next(Run run, ErrorCode error, boolean progress, Instant now) {
        if (run.kind() != RunKind.SYNC || run.trigger() == SyncTrigger.MANUAL) {
            return Optional.empty();
        }
        List<Duration> pauses = progress ? AFTER_SOME_PROGRESS : AFTER_NONE;
        if (run.attempt() > pauses.size()) {
            return Optional.empty();
        }
        return switch (error) {
            case CONNECTION_FAILED,
                    VENDOR_UNAVAILABLE,
                    VENDOR_TIMEOUT,
                    RATE_LIMITED,
                    INCOMPLETE_RESPONSE,
                    DATABASE_UNAVAILABLE,
                    STORAGE_FULL -> Optional.of(now.plus(pauses.get(run.attempt() - 1)));
            case QUERY_QUOTA_EXCEEDED -> Optional.of(midnightAfter(now).plus(PAST_MIDNIGHT));
            default -> Optional.empty();
        };
    }

    private static Instant midnightAfter(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
    }

    private static List<Duration> minutes(long... each) {
        return Arrays.stream(each).mapToObj(Duration::ofMinutes).toList();
    }
}
