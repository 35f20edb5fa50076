package io.plumbline.server.platform.database;

import io.plumbline.postgres.ManagedPostgres;
import io.plumbline.postgres.ManagedPostgresOptions;
import io.plumbline.server.platform.lifecycle.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server we depend on: the operator's, whom we leave alone, or an embedded one that lives as long as we do. Either
 * way the data folder is ours alone until we close: the node's id, keys and logs lie in it.
 */
final class DatabaseHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHost.class);

    private static final Logger POSTGRES = LoggerFactory.getLogger("io.plumbline.postgres");

    private final DatabaseAddress address;
    private final Closeable held;
    private volatile boolean closing;

    private DatabaseHost(DatabaseAddress address, Closeable held) {
        this.address = address;
        this.held = held;
    }

    static DatabaseHost of(Settings settings) {
        return DatabaseAddress.external(settings)
                .map(address -> new DatabaseHost(address, FolderHold.on(settings)))
                .orElseGet(() -> embedded(settings));
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        held.close();
    }

    private static DatabaseHost embedded(Settings settings) {
        ManagedPostgres postgres = ManagedPostgres.start(ManagedPostgresOptions.in(settings.dataFolder())
                .withSettings(Map.of("log_line_prefix", "")) // our log has the time already
                .withLog(DatabaseHost::log));
        DatabaseAddress address =
                new DatabaseAddress(postgres.jdbcUrl(), Optional.of(postgres.user()), Optional.of(postgres.password()));
        DatabaseHost host = new DatabaseHost(address, postgres);
        var _ = postgres.onExit().thenAccept(host::tellUnexpectedEnd);
        return host;
    }

    /** What PostgreSQL does every day is for the log file only. */
    private static void log(String line) {
        if (line.startsWith("LOG:")) {
            POSTGRES.debug(line);
        } else {
            POSTGRES.warn(line);
        }
    }

    /** {@code /health} shows it too; the data is safe, the next start recovers it. */
    private void tellUnexpectedEnd(int status) {
        if (!closing) {
            LOG.error("The embedded PostgreSQL has ended by itself (status {}). Restart the server.", status);
        }
    }
}
