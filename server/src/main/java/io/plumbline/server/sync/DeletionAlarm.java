package io.plumbline.server.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.server.inventory.InventoryDeletion;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the data of a connector that is being deleted, in the background and again after a kill, and then the connector.
 */
@Component
final class DeletionAlarm {

    static final String NAME = "deletion";

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final InventoryDeletion inventory;
    private final Sources sources;
    private final SyncReading reading;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeletionAlarm(
            InventoryDeletion inventory,
            Sources sources,
            SyncReading reading,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.inventory = inventory;
        this.sources = sources;
        this.reading = reading;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((instance, context) -> delete(Integer.parseInt(instance.getId())));
    }

    private CompletionHandler<Void> delete(int connectorId) {
        if (reading.anyRunning(connectorId)) {
            // Cancelled with the deletion, but not gone yet; nobody may write the inventory while it goes.
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(LOOK_AGAIN));
        }
        inventory.delete(connectorId);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from sync where connector_id = :connector")
                    .param("connector", connectorId)
                    .update();
            sources.removed(connectorId);
        });
        return new CompletionHandler.OnCompleteRemove<>();
    }
}
