package io.plumbline.server.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Connections to one database, all with the same session settings. */
final class ConnectionPool {

    private static final int MINIMUM_MAJOR_VERSION = 15;
    private static final int SIZE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ConnectionPool() {}

    /** @throws StartRefusedException when the database does not answer, does not let us in or is too old */
    static HikariDataSource open(DatabaseAddress address) {
        tryOut(address);
        HikariConfig config = new HikariConfig();
        config.setPoolName("plumbline");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(driverSettings(address));
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // As a statement, because the driver asks for the JVM's own zone when it connects.
        config.setConnectionInitSql("set time zone 'UTC'");
        return new HikariDataSource(config);
    }

    private static void tryOut(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), driverSettings(address))) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < MINIMUM_MAJOR_VERSION) {
                throw new StartRefusedException(
                        "The database at " + address + " is PostgreSQL " + version + ".",
                        "Use PostgreSQL " + MINIMUM_MAJOR_VERSION + " or newer.");
            }
        } catch (SQLException failure) {
            throw new StartRefusedException(
                    "The database at " + address + " cannot be used: " + firstLineOf(failure),
                    "Check PLUMBLINE_DATABASE_URL, PLUMBLINE_DATABASE_USER and PLUMBLINE_DATABASE_PASSWORD, and that it runs.",
                    failure);
        }
    }

    private static Properties driverSettings(DatabaseAddress address) {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "plumbline");
        settings.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        settings.setProperty("tcpKeepAlive", "true");
        address.user().ifPresent(user -> settings.setProperty("user", user));
        address.password().ifPresent(password -> settings.setProperty("password", password));
        return settings;
    }

    static String firstLineOf(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
