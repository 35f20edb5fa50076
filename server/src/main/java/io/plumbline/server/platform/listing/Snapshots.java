package io.plumbline.server.platform.listing;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads several things as of one moment. Safe for many threads. */
@Component
public class Snapshots {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public Snapshots(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.jdbc = jdbc;
        transactions = new TransactionTemplate(manager);
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            // Which plan is good depends on the values: one for any values would not know that a filter matches little.
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            return reading.get();
        }));
    }
}
