package io.plumbline.server.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of the inventory. A run goes: {@link #raiseFence}, {@link #stage}, {@link #compute}, {@link #apply}. Safe for
 * many threads and for many servers on one database; of several runs of one connector only the last to raise its fence can apply.
 */
@Component
public class Inventory {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CounterCheck counters;

    public Inventory(DataSource database, JdbcClient jdbc, TransactionTemplate transaction) {
        this.counters = new CounterCheck(jdbc);
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes this run the connector's writer; every run before it is fenced off. */
    public Fence raiseFence(int connectorId, long runId) {
        return jdbc.sql("""
                        insert into connector_inventory as i (connector_id, run_epoch) values (:connector, 1)
                        on conflict (connector_id) do update set run_epoch = i.run_epoch + 1
                        returning run_epoch, version""")
                .param("connector", connectorId)
                .query((row, number) -> new Fence(connectorId, runId, row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Opens an empty staging for a run; the caller closes it, whatever becomes of the run. */
    public Staging stage(Fence fence) {
        return Staging.open(database, fence);
    }

    /** Computes what the staged data would change. The inventory is not touched. */
    public ChangeSet compute(Staging staging, Rules rules, Evidence evidence) throws InterruptedException {
        staging.flush();
        ChangeSet changes = transaction.execute(status ->
                ChangeSetComputation.compute(RunSql.of(jdbc, staging.fence()), staging.fence(), rules, evidence));
        if (changes == null) {
            throw new IllegalStateException("a computation without a result");
        }
        return changes;
    }

    /**
     * Applies a change set in one transaction: all of it becomes visible at once, or nothing does.
     *
     * @param together runs inside that transaction, at its end: what must be true exactly when the changes are
     * @throws FencedException when another run has become the writer; nothing was changed
     */
    public void apply(ChangeSet changes, Runnable together) {
        transaction.executeWithoutResult(status -> {
            ChangeSetApply.apply(RunSql.of(jdbc, changes.fence()), changes);
            together.run();
        });
    }

    /**
     * Compares what a run has read with the inventory, row by row. Reads everything: about ten seconds at five million findings.
     * Inside {@link #apply} it sees what that leaves behind.
     *
     * @param changes computed from what the run has read
     * @param applied whether they are in the inventory
     */
    public Validation validate(ChangeSet changes, boolean applied) {
        Validation validation = transaction.execute(_ -> InventoryValidation.of(
                RunSql.of(jdbc, changes.fence()),
                changes.evidence(),
                applied,
                counters.differences(changes.fence().connectorId())));
        return Objects.requireNonNull(validation);
    }

    /** What a change set would do, how many and which; reads what has been computed, about ten seconds for five million findings. */
    public List<PlannedChange> planned(ChangeSet changes) {
        return PlannedChanges.of(RunSql.of(jdbc, changes.fence()));
    }

    /**
     * Freshens statistics and visibility after a change set that moved much, so that the next lists are as quick as ever; outside
     * any transaction, after {@link #apply}. Small changes are left to autovacuum.
     */
    public void tidy(ChangeSet changes) {
        if (changes.movedFindings() * 50 > changes.massChange().findingsBefore()) {
            FindingPartition.of(
                            RunSql.of(jdbc, changes.fence()), changes.fence().connectorId())
                    .vacuum(jdbc);
        }
    }

    /**
     * Drops what killed runs left in staging.
     *
     * @param running runs whose staging is in use
     */
    public void sweepStaging(Collection<Long> running) {
        StagingSweeper.sweep(jdbc, running);
    }
}
