package io.plumbline.server.inventory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes all that a deleted connector left in the inventory. Lists hide it from the moment it is marked as deleting, so this may
 * take its time: the findings go with their partition, the rest in small batches. Repeatable: a removal that was killed is simply
 * begun again.
 */
@Component
public class InventoryDeletion {

    private static final int BATCH = 20_000;

    private static final List<String> TABLES = List.of(
            "finding_change",
            "asset_change",
            "weakness_change",
            "asset_former_name",
            "asset_facet",
            "asset_sighting",
            "asset",
            "asset_name",
            "inventory_trend",
            "weakness_trend");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public InventoryDeletion(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Removes everything of one connector; weaknesses that no connector knows any longer go too. Nothing may write this
     * connector's inventory meanwhile.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException when a reader holds the findings for more than two
     *     seconds: to be tried again later
     */
    public void delete(int connectorId) {
        transaction.executeWithoutResult(status -> {
            // Dropping waits for readers and makes new ones queue behind it; so it waits briefly or not at all.
            jdbc.sql("set local lock_timeout = '2s'").update();
            jdbc.sql("drop table if exists " + FindingPartition.tableOf(connectorId))
                    .update();
        });
        for (String table : TABLES) {
            deleteInBatches(table, connectorId);
        }
        transaction.executeWithoutResult(status -> deleteWeaknesses(connectorId));
        jdbc.sql("delete from connector_inventory where connector_id = :connector")
                .param("connector", connectorId)
                .update();
    }

    private void deleteInBatches(String table, int connectorId) {
        String batch = """
                delete from %1$s where ctid = any (array(
                  select ctid from %1$s where connector_id = :connector limit :batch))""".formatted(table);
        int deleted;
        do {
            deleted = jdbc.sql(batch)
                    .param("connector", connectorId)
                    .param("batch", BATCH)
                    .update();
        } while (deleted == BATCH);
    }

    private void deleteWeaknesses(int connectorId) {
        jdbc.sql("delete from connector_weakness where connector_id = :connector")
                .param("connector", connectorId)
                .update();
        WeaknessDictionary.removeUnused(jdbc);
    }
}
