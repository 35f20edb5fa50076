package io.plumbline.server.inventory;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a connector's part of the inventory from growing for ever: removes what has been archived, fixed, withheld or no longer
 * listed for longer than it is kept, and what trends no longer tell. In small batches, each a transaction under the fence of the run that asks: a sync that begins
 * meanwhile ends it, and a purge that was ended or killed is simply begun again.
 */
@Component
public class InventoryPurge {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public InventoryPurge(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** How much was removed. */
    public record Purged(long assets, long findings, long weaknesses) {}

    /**
     * Removes what is older than an instant.
     *
     * @throws FencedException when another run has become the writer; what was removed until then stays removed
     */
    public Purged purge(Fence fence, Instant before) {
        RunSql sql = RunSql.of(jdbc, fence)
                .with("epoch", fence.epoch())
                .with("before", before)
                .with("batch", BATCH);
        // Assets first: with the last asset of a name its findings lose what they waited for.
        long assets = all(PurgeSql.ASSETS, sql, fence);
        long findings = all(PurgeSql.FIXED_FINDINGS, sql, fence) + all(PurgeSql.WITHHELD_FINDINGS, sql, fence);
        long weaknesses = all(PurgeSql.WEAKNESSES, sql, fence);
        all(PurgeSql.TREND, sql, fence);
        all(PurgeSql.NAMES, sql, fence);
        if (weaknesses > 0) {
            transaction.executeWithoutResult(status -> WeaknessDictionary.removeUnused(jdbc));
        }
        return new Purged(assets, findings, weaknesses);
    }

    private long all(String removal, RunSql sql, Fence fence) {
        long removed = 0;
        long batch;
        do {
            Long count = transaction.execute(status -> batch(removal, sql, fence));
            batch = count == null ? 0 : count;
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }

    private static long batch(String removal, RunSql sql, Fence fence) {
        boolean ours = sql.statement("""
                        select true from connector_inventory where connector_id = :connector and run_epoch = :epoch
                        for update""").query(Boolean.class).optional().isPresent();
        if (!ours) {
            throw new FencedException(fence);
        }
        long removed = sql.statement(removal).query(Long.class).single();
        if (removed > 0) {
            sql.run("update connector_inventory set version = version + 1 where connector_id = :connector");
        }
        return removed;
    }
}
