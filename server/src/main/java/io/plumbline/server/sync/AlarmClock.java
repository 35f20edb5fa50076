package io.plumbline.server.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.plumbline.server.connector.Connector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** db-scheduler, set up: one alarm per scheduled connector, the daily one, and one per deletion. Safe for many threads. */
@Component
final class AlarmClock {

    private static final Duration POLL = Duration.ofSeconds(3);

    /** Four missed ones make a server dead: its alarms ring elsewhere within a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(12);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    /** Alarms ring for milliseconds; the others are for deletions, which take minutes. */
    private static final int THREADS = 6;

    private final SyncAlarm syncAlarm;
    private final RetentionAlarm retentionAlarm;
    private final Sources sources;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Scheduler scheduler;

    AlarmClock(
            DataSource database,
            JdbcClient jdbc,
            Clock clock,
            NodeId node,
            Sources sources,
            SyncAlarm syncAlarm,
            RetentionAlarm retentionAlarm,
            DeletionAlarm deletionAlarm) {
        this.syncAlarm = syncAlarm;
        this.retentionAlarm = retentionAlarm;
        this.sources = sources;
        this.jdbc = jdbc;
        this.clock = clock;
        List<Task<?>> tasks = List.of(syncAlarm.task(), retentionAlarm.task(), deletionAlarm.task());
        // Waiting is measured in real seconds, whatever the injected clock says of the date.
        SchedulerBuilder builder = new SchedulerBuilder(new TransactionAwareDataSourceProxy(database), tasks) {
            @Override
            protected Waiter buildWaiter() {
                return new Waiter(POLL);
            }
        };
        this.scheduler = builder.clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(node.value()))
                .threads(THREADS)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .build();
    }

    /** Sets what is missing; an alarm whose time has passed stays as it is and rings once. */
    void start() {
        for (Connector connector : sources.all()) {
            if (connector.deleting()) {
                delete(connector.id());
            } else {
                syncAlarm.next(connector).ifPresent(next -> scheduler.scheduleIfNotExists(sync(connector.id()), next));
            }
        }
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(RetentionAlarm.NAME, RetentionAlarm.INSTANCE), retentionAlarm.next());
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
    }

    /** Looks at once whether something is due. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Sets a connector's alarm as its schedule says. Called in the transaction that holds the connector. */
    void set(Connector connector) {
        Optional<Instant> next = syncAlarm.next(connector);
        try {
            if (next.isPresent()) {
                scheduler.schedule(
                        sync(connector.id()),
                        next.get(),
                        ScheduleOptions.defaultOptions().whenExistsReschedule());
            } else {
                scheduler.cancel(sync(connector.id()));
            }
        } catch (TaskInstanceNotFoundException e) {
            // There was nothing to switch off.
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It rings just now and sets itself anew when this transaction lets go of the connector.
        }
    }

    /** Begins to remove a connector's data, soon after the transaction has committed. */
    void delete(int connectorId) {
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(DeletionAlarm.NAME, Integer.toString(connectorId)), clock.instant());
        AfterCommit.run(this::look);
    }

    /** When connectors sync by themselves next; those without a time are left out. */
    Map<Integer, Instant> next(Collection<Integer> connectorIds) {
        Map<Integer, Instant> next = new HashMap<>();
        jdbc.sql("""
                        select task_instance, execution_time from scheduled_tasks
                        where task_name = :name and task_instance = any (:instances)""")
                .param("name", SyncAlarm.NAME)
                .param("instances", connectorIds.stream().map(String::valueOf).toArray(String[]::new))
                .query(row -> {
                    OffsetDateTime at = Objects.requireNonNull(row.getObject("execution_time", OffsetDateTime.class));
                    next.put(row.getInt("task_instance"), at.toInstant());
                });
        return next;
    }

    private static TaskInstance<Void> sync(int connectorId) {
        return new TaskInstance<>(SyncAlarm.NAME, Integer.toString(connectorId));
    }
}
