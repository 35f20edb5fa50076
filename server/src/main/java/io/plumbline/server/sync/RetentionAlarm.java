package io.plumbline.server.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Rings once a day: re-judges every connector that syncs soundly, and forgets logs past their time. */
@Component
final class RetentionAlarm {

    static final String NAME = "retention";
    static final String INSTANCE = "daily";

    /** Half a day from the default schedule, so that an asset past its retention stays for half a day at most. */
    private static final LocalTime TIME = LocalTime.of(13, 0);

    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final Sources sources;
    private final Syncs syncs;
    private final LogRetention logs;
    private final Clock clock;

    RetentionAlarm(Sources sources, Syncs syncs, LogRetention logs, Clock clock) {
        this.sources = sources;
        this.syncs = syncs;
        this.logs = logs;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((instance, context) -> {
                    sources.all().forEach(syncs::retention);
                    logs.removeOld();
                    return nextDay();
                });
    }

    Instant next() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime today = now.with(TIME);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private CompletionHandler<Void> nextDay() {
        return (complete, operations) -> operations.reschedule(complete, next());
    }
}
