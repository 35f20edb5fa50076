package io.plumbline.server.platform.database;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to this program's schema. Several nodes may try at once; one does it, the others wait. */
public final class Migrations {

    private Migrations() {}

    /** @throws StartRefusedException when the database is newer than this program, or a migration fails */
    public static void run(DataSource dataSource) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .load();
        try {
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new StartRefusedException(
                    "The database could not be brought up to date: " + ConnectionPool.firstLineOf(rootOf(failure)),
                    "Nothing of the failed step was kept; see the log for the whole message.",
                    failure);
        }
    }

    /** Flyway would let it pass; an older program would then write what the newer schema does not expect. */
    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new StartRefusedException(
                        "The database was written by a newer Plumbline (schema " + migration.getVersion() + ").",
                        "Start that version or a later one.");
            }
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
