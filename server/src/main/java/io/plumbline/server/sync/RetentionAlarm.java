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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rings once a day: re-judges every connector that syncs soundly, and forgets logs past their time. */
@Component
final class RetentionAlarm {

    static final String NAME = "retention";
    static final String INSTANCE = "daily";

    /** Half a day from the default schedule, so that an asset past its retention stays for half a day at most. */
    private static final LocalTime TIME = LocalTime.of(13, 0);

    private static final Duration KEEP_LOGS = Duration.ofDays(90);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final Sources sources;
    private final Syncs syncs;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionAlarm(Sources sources, Syncs syncs, JdbcClient jdbc, Clock clock) {
        this.sources = sources;
        this.syncs = syncs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((instance, context) -> {
                    sources.all().forEach(syncs::retention);
                    forgetOldLogs();
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

    private void forgetOldLogs() {
        jdbc.sql("""
                        delete from sync_log l using sync s
                        where l.sync_id = s.id and s.finished_at < :before""")
                .param("before", clock.instant().minus(KEEP_LOGS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
