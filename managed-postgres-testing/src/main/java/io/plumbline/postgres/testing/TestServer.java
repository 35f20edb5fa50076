package io.plumbline.postgres.testing;

import io.plumbline.postgres.ManagedPostgres;
import io.plumbline.postgres.ManagedPostgresOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** The one server of this JVM, run exactly as the product runs its own, but for durability. */
final class TestServer {

    private static final Map<String, String> QUICK_NOT_SAFE = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_wal_size", "256MB",
            "max_connections", "200");

    /** Made at first use. */
    private static final class Holder {
        private static final TestServer INSTANCE = start();
    }

    private final ManagedPostgres postgres;
    private final String superuserPassword;

    private TestServer(ManagedPostgres postgres, String superuserPassword) {
        this.postgres = postgres;
        this.superuserPassword = superuserPassword;
    }

    static TestServer running() {
        return Holder.INSTANCE;
    }

    private static TestServer start() {
        try {
            TestFolders folders = TestFolders.ofThisProcess();
            Path data = folders.data();
            ManagedPostgres postgres = ManagedPostgres.start(ManagedPostgresOptions.in(data)
                    .withBinariesFolder(folders.binaries())
                    .withSettings(QUICK_NOT_SAFE));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folders), "test-postgres-end"));
            var passwords = new Properties();
            try (var reader = Files.newBufferedReader(data.resolve("pg.passwords"))) {
                passwords.load(reader);
            }
            var server = new TestServer(postgres, passwords.getProperty("postgres"));
            TestDatabases.makeEmptyTemplate(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ManagedPostgres postgres, TestFolders folders) {
        try {
            postgres.close();
            folders.deleteData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
    }

    void execute(String sql) {
        executeIn("postgres", sql);
    }

    void executeIn(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database), "postgres", superuserPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }
}
