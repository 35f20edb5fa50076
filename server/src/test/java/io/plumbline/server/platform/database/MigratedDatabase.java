package io.plumbline.server.platform.database;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.postgres.testing.TestDatabases;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases with the program's schema and nothing in it; the migration runs once for all of them. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    public static TestDatabase create() {
        return TestDatabases.createFromTemplate("plumbline", fresh -> Migrations.run(source(fresh)));
    }

    /** A connection of its own for each call, as the database's owner. */
    public static DataSource source(TestDatabase database) {
        return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    }
}
