package io.plumbline.server.platform.database;

import io.plumbline.postgres.ManagedPostgres;
import io.plumbline.postgres.ManagedPostgresOptions;
import io.plumbline.postgres.RunningPostgres;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The server's database for a command that is no server: the operator's, or the embedded one, be it running under a server or
 * started for the command alone. Closing ends only what was started for it.
 */
public final class CommandDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable Closeable held;

    private CommandDatabase(DatabaseAddress address, @Nullable Closeable held) {
        this.address = address;
        this.held = held;
    }

    /** For reading: beside a running server, or without one. */
    public static CommandDatabase besideServer(Settings settings) {
        Optional<DatabaseAddress> known = DatabaseAddress.external(settings).or(() -> running(settings));
        return known.map(address -> new CommandDatabase(address, null)).orElseGet(() -> start(settings));
    }

    /**
     * For writing: no server may run on the data folder.
     *
     * @throws io.plumbline.postgres.PostgresStartException when one does
     */
    public static CommandDatabase withoutServer(Settings settings) {
        return DatabaseAddress.external(settings)
                .map(address -> new CommandDatabase(address, FolderHold.on(settings)))
                .orElseGet(() -> start(settings));
    }

    public DataSource source() {
        return new DriverManagerDataSource(
                address.url(), address.user().orElse(""), address.password().orElse(""));
    }

    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
        }
    }

    private static Optional<DatabaseAddress> running(Settings settings) {
        try {
            return RunningPostgres.find(settings.dataFolder())
                    .map(found -> new DatabaseAddress(
                            found.jdbcUrl(), Optional.of(found.user()), Optional.of(found.password())));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder " + settings.dataFolder() + " cannot be read: " + e.getMessage(),
                    "Run the command as the owner of the folder.",
                    e);
        }
    }

    private static CommandDatabase start(Settings settings) {
        ManagedPostgres postgres = ManagedPostgres.start(ManagedPostgresOptions.in(settings.dataFolder()));
        return new CommandDatabase(
                new DatabaseAddress(postgres.jdbcUrl(), Optional.of(postgres.user()), Optional.of(postgres.password())),
                postgres);
    }
}
