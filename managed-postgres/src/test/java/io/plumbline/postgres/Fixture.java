package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What several tests need: programs unpacked once, and a few words of SQL. */
final class Fixture {

    /** Shared by all test runs, because unpacking takes seconds; reachable by every account. */
    static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "plumbline-test-postgres-" + System.getProperty("user.name"));

    private Fixture() {}

    static ManagedPostgresOptions options(Path data) {
        return ManagedPostgresOptions.in(data).withBinariesFolder(BINARIES);
    }

    static String query(String jdbcUrl, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    static String query(ManagedPostgres postgres, String sql) throws SQLException {
        return query(postgres.jdbcUrl(), postgres.user(), postgres.password(), sql);
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        Optional<Long> pid = PostmasterFile.of(data.resolve("pg")).pid();
        return ProcessHandle.of(pid.orElseThrow()).orElseThrow();
    }
}
