package io.plumbline.server.settings;

import io.plumbline.server.platform.lifecycle.Settings;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what this installation is. Safe for many threads. */
@Component
class Installation {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};

    private final JdbcClient jdbc;
    private final Settings settings;

    Installation(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    About about() {
        return jdbc.sql("""
                        select current_setting('server_version') as version,
                               pg_database_size(current_database()) as bytes,
                               (select version from flyway_schema_history
                                where success and version is not null
                                order by installed_rank desc limit 1) as schema_version""")
                .query((row, _) -> new About(
                        version(),
                        row.getString("version"),
                        settings.find("PLUMBLINE_DATABASE_URL").isEmpty(),
                        size(row.getLong("bytes")),
                        row.getString("schema_version"),
                        settings.dataFolder().toString()))
                .single();
    }

    private static String version() {
        return Optional.ofNullable(Installation.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** "412 MiB": three digits tell enough. */
    static String size(long bytes) {
        double amount = bytes / 1024.0;
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }
}
