package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The steps of a start, in the one order that is safe. */
final class Startup {

    /** For each signal to a server that an earlier start left. */
    private static final Duration LEFT_OVER_PATIENCE = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 3;

    private final ManagedPostgresOptions options;

    Startup(ManagedPostgresOptions options) {
        this.options = options;
    }

    ManagedPostgres run() {
        try {
            DataFolder folder = DataFolder.create(options.dataFolder());
            FolderLock lock = FolderLock.acquire(folder);
            boolean started = false;
            try {
                ManagedPostgres postgres = startLocked(folder, lock);
                started = true;
                return postgres;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw FolderTrouble.of(options.dataFolder().toAbsolutePath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException(
                    PostgresStartFailure.INTERRUPTED,
                    "The start of the database in " + options.dataFolder() + " was interrupted.",
                    "Start again.",
                    e);
        }
    }

    private ManagedPostgres startLocked(DataFolder folder, FolderLock lock) throws IOException, InterruptedException {
        ClusterVersion.check(folder, Binaries.majorVersion());
        new LeftOverServer(folder.cluster(), LEFT_OVER_PATIENCE).stop();
        if (!Files.exists(folder.cluster())) {
            FolderTrouble.requireSpace(folder.root(), NewCluster.SPACE_NEEDED_BYTES);
        }
        Binaries binaries = Binaries.unpackedIn(options.binariesFolder());
        Account account = new AccountChoice(folder, binaries).choose();
        boolean passwordsLost = Files.exists(folder.cluster()) && !Files.exists(folder.passwords());
        Passwords passwords = Passwords.readOrMake(folder.passwords());
        new NewCluster(folder, binaries, account).make(passwords, options.startTimeout());
        account.own(folder.cluster());
        handOver(folder, account);
        if (passwordsLost) {
            new LostPasswords(folder, binaries, account).replaceBy(passwords, options.startTimeout());
        }
        ServerProcess server = startServer(folder, binaries, account);
        try {
            Roles.ensure(server.port(), passwords);
        } catch (SQLException e) {
            server.stop(options.stopTimeout());
            throw new PostgresStartException(
                    PostgresStartFailure.SERVER_ENDED,
                    "The database in " + folder.root() + " started but could not be prepared: " + e.getMessage() + ".",
                    "See PostgreSQL's lines in the log, correct what they name, and start again.",
                    e);
        }
        return new ManagedPostgres(lock, folder, server, passwords, options.stopTimeout());
    }

    /** Root works for the folder's owner, who may start the server himself next time and must then be able to. */
    private static void handOver(DataFolder folder, Account account) throws IOException {
        if (account.owner().equals(Optional.of(Account.ownerOf(folder.root())))) {
            for (Path path : List.of(folder.lock(), folder.passwords(), folder.binaries())) {
                if (Files.exists(path)) {
                    account.own(path);
                }
            }
        }
    }

    /** Tried anew where the free port was taken meanwhile, or the last process of an earlier server was still ending. */
    private ServerProcess startServer(DataFolder folder, Binaries binaries, Account account)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ServerProcess server = ServerProcess.start(folder.cluster(), binaries, account, options);
            ServerProcess.Readiness readiness = server.awaitReady(options.startTimeout());
            switch (readiness) {
                case ACCEPTS -> {
                    return server;
                }
                case TOO_LATE -> {
                    server.stop(options.stopTimeout());
                    throw new PostgresStartException(
                            PostgresStartFailure.TIMED_OUT,
                            "The database in " + folder.root() + " did not accept connections within "
                                    + options.startTimeout().toSeconds() + " s.",
                            "Start again: recovery after a crash goes on where it was. See PostgreSQL's lines in the log.");
                }
                case ENDED -> {
                    if (attempt == ATTEMPTS
                            || !server.logTail().matches(".*(could not bind|still in use|already exists).*")) {
                        throw ended(folder, server.logTail());
                    }
                    new LeftOverServer(folder.cluster(), LEFT_OVER_PATIENCE).stop();
                }
            }
        }
    }

    private static PostgresStartException ended(DataFolder folder, String log) {
        if (log.contains("No space left on device")) {
            return FolderTrouble.diskFull(folder.root(), null);
        }
        return new PostgresStartException(
                PostgresStartFailure.SERVER_ENDED,
                "The database in " + folder.root() + " ended while it started: " + log,
                "Correct what PostgreSQL names above and start again.");
    }
}
