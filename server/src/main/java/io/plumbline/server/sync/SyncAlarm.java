package io.plumbline.server.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The alarm of one connector: queues a sync at its time and sets itself to the next. However many times were missed, it rings
 * once and then looks forward.
 */
@Component
final class SyncAlarm {

    static final String NAME = "sync";

    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final Sources sources;
    private final Syncs syncs;
    private final SyncQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SyncAlarm(Sources sources, Syncs syncs, SyncQueue queue, TransactionTemplate transaction, Clock clock) {
        this.sources = sources;
        this.syncs = syncs;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((instance, context) -> {
                    int connectorId = Integer.parseInt(instance.getId());
                    if (next(connectorId).isPresent()) {
                        syncs.scheduled(
                                connectorId,
                                context.getExecution().executionTime.toString());
                    }
                    return setNext(connectorId);
                });
    }

    /** When the connector syncs by itself next; empty where nothing is scheduled. */
    Optional<Instant> next(int connectorId) {
        return sources.find(connectorId).flatMap(this::next);
    }

    Optional<Instant> next(Connector connector) {
        return connector.syncable()
                ? connector.schedule().map(schedule -> next(schedule, connector.id()))
                : Optional.empty();
    }

    private Instant next(Schedule schedule, int connectorId) {
        Duration offset = schedule.offsetFor(connectorId);
        return schedule.next(clock.instant().minus(offset)).plus(offset);
    }

    /**
     * Sets the alarm while the connector is held, so that a change of its schedule comes either before, and is seen, or after, and
     * finds the alarm set.
     */
    private CompletionHandler<Void> setNext(int connectorId) {
        return new CompletionHandler<>() {
            @Override
            public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
                transaction.executeWithoutResult(status -> {
                    queue.lockConnector(connectorId);
                    Optional<Instant> next = next(connectorId);
                    if (next.isPresent()) {
                        operations.reschedule(complete, next.get());
                    } else {
                        operations.stop();
                    }
                });
            }
        };
    }
}
