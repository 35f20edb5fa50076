package io.plumbline.server.inventory;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real inventory on a real database of its own, driven as a sync would drive it. */
final class InventoryUnderTest implements AutoCloseable {

    static final int CONNECTOR = 7;

    private final AtomicLong runs = new AtomicLong();
    private final TestDatabase database;
    final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;
    final Inventory inventory;
    final InventoryPurge purge;
    final InventoryDeletion deletion;
    final CounterCheck counters;

    InventoryUnderTest() {
        database = MigratedDatabase.create();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(1);
        jdbc = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        inventory = new Inventory(source, jdbc, transaction);
        purge = new InventoryPurge(jdbc, transaction);
        deletion = new InventoryDeletion(jdbc, transaction);
        counters = new CounterCheck(jdbc);
    }

    /** One row of the vulnerability data with the hosts that it lists. */
    record Row(WeaknessRecord weakness, List<String> hosts) {}

    /** What would change; nothing is applied. */
    ChangeSet compute(Staging staging, List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        for (AssetRecord asset : assets) {
            staging.assets().asset(asset);
        }
        for (int number = 0; number < rows.size(); number++) {
            for (String host : rows.get(number).hosts()) {
                staging.findings().affected(number, host);
            }
            staging.findings().weakness(number, rows.get(number).weakness());
        }
        return inventory.compute(staging, rules, evidence);
    }

    /** A whole run, applied. */
    ChangeSet apply(List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        return apply(CONNECTOR, assets, rows, rules, evidence);
    }

    /** A whole run of any connector, applied. */
    ChangeSet apply(int connector, List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        try (Staging staging = inventory.stage(inventory.raiseFence(connector, nextRun()))) {
            ChangeSet changes = compute(staging, assets, rows, rules, evidence);
            inventory.apply(changes, () -> {});
            return changes;
        }
    }

    /** A whole run, applied, and the inventory held against it. */
    Validation validated(int connector, List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        try (Staging staging = inventory.stage(inventory.raiseFence(connector, nextRun()))) {
            ChangeSet changes = compute(staging, assets, rows, rules, evidence);
            AtomicReference<Validation> validation = new AtomicReference<>();
            inventory.apply(changes, () -> validation.set(inventory.validate(changes, true)));
            return validation.get();
        }
    }

    /** What is there, held against the inventory as it is. */
    Validation compare(int connector, List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        try (Staging staging = inventory.stage(inventory.raiseFence(connector, nextRun()))) {
            return inventory.validate(compute(staging, assets, rows, rules, evidence), false);
        }
    }

    long nextRun() {
        return runs.incrementAndGet();
    }

    long lastRun() {
        return runs.get();
    }

    @Override
    public void close() {
        source.close();
        database.close();
    }
}
