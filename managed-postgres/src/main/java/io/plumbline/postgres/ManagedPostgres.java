package io.plumbline.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A running embedded PostgreSQL. It is reached over loopback only, as a role that owns its database and is no superuser.
 *
 * <p>It ends with {@link #close} or with this process, whichever comes first, also when this process is killed. Close it
 * after the last connection's work is done: there is no shutdown hook of its own that could come too early. Thread-safe.
 */
public final class ManagedPostgres implements Closeable {

    /** PostgreSQL ends within seconds of the second signal, and at once on the third. */
    private static final Duration FORCED_END = Duration.ofSeconds(10);

    private final FolderLock lock;
    private final DataFolder folder;
    private final ServerProcess server;
    private final Passwords passwords;
    private final Duration stopTimeout;
    private boolean closed;

    ManagedPostgres(
            FolderLock lock, DataFolder folder, ServerProcess server, Passwords passwords, Duration stopTimeout) {
        this.lock = lock;
        this.folder = folder;
        this.server = server;
        this.passwords = passwords;
        this.stopTimeout = stopTimeout;
    }

    /**
     * Starts the database of the data folder, making it if there is none. Takes less than a second, about five the first time, and
     * longer after a crash.
     *
     * @throws PostgresStartException with reason, sentence and remedy; nothing keeps running then
     */
    public static ManagedPostgres start(ManagedPostgresOptions options) {
        return new Startup(options).run();
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return Roles.jdbcUrl(server.port(), Roles.DATABASE);
    }

    public String user() {
        return Roles.APPLICATION;
    }

    public String password() {
        return passwords.application();
    }

    /** On 127.0.0.1; another one at every start. */
    public int port() {
        return server.port();
    }

    /** Completes with the exit status when PostgreSQL has ended, be it by {@link #close} or by itself. */
    public CompletableFuture<Integer> onExit() {
        return server.onExit();
    }

    /** Stops PostgreSQL: connections are cut, what is committed stays. Returns within the stop time-out and some seconds. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            boolean watcherEnded = server.stop(stopTimeout.plus(FORCED_END));
            if (!watcherEnded || !PostmasterFile.of(folder.cluster()).lines().isEmpty()) {
                // The watcher itself was killed, or could do nothing.
                new LeftOverServer(folder.cluster(), FORCED_END).stop();
            }
        } catch (InterruptedException e) {
            // The pipe is closed: the watcher ends PostgreSQL without us.
            Thread.currentThread().interrupt();
        }
    }
}
