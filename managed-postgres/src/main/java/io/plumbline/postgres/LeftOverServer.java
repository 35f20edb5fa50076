package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A PostgreSQL on our folder that a killed server left behind. It is stopped, never adopted: nobody watches it any more, and
 * its port, settings and passwords are unknown. Whoever calls holds the folder's lock, so it cannot be a living server's.
 */
final class LeftOverServer {

    private static final Path PROC = Path.of("/proc");

    private final Path cluster;
    private final Duration patience;

    LeftOverServer(Path cluster, Duration patience) {
        this.cluster = cluster;
        this.patience = patience;
    }

    /** Stops what is left and removes a pid file that names nobody of ours. */
    void stop() throws IOException, InterruptedException {
        if (!Files.isDirectory(cluster)) {
            return;
        }
        PostmasterFile file = PostmasterFile.of(cluster);
        Optional<ProcessHandle> postmaster =
                file.pid().flatMap(ProcessHandle::of).filter(this::isOurs);
        if (postmaster.isPresent()) {
            end(List.of(postmaster.get()), "INT");
        }
        for (String signal : List.of("QUIT", "KILL")) {
            end(all(postmaster), signal);
        }
        List<ProcessHandle> alive = all(postmaster);
        if (!alive.isEmpty()) {
            List<Long> pids = alive.stream().map(ProcessHandle::pid).toList();
            throw new PostgresStartException(
                    PostgresStartFailure.STALE_SERVER_NOT_STOPPED,
                    "A PostgreSQL that an earlier server left on " + cluster + " does not end (process " + pids + ").",
                    "End it by hand (kill " + pids.getFirst() + ") as the account it runs under, then start again.");
        }
        // PostgreSQL would refuse to start for any living process of that number, be it an editor.
        file.delete();
    }

    private void end(List<ProcessHandle> processes, String signal) throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            return;
        }
        for (ProcessHandle process : processes) {
            // A failure shows by the process staying: it may just have ended by itself.
            var _ = Command.run(List.of("sh", "-c", "kill -$0 $1", signal, Long.toString(process.pid())), "", patience);
        }
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The next signal is harsher.
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /**
     * The postmaster, and where the system shows it, processes that outlived theirs: they hold shared memory, for which
     * PostgreSQL refuses to start.
     */
    private List<ProcessHandle> all(Optional<ProcessHandle> postmaster) throws IOException {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return postmaster.filter(ProcessHandle::isAlive).stream().toList();
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> ProcessHandle.of(Long.parseLong(name)).stream())
                    .filter(this::isOurs)
                    .toList();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        Path entry = PROC.resolve(Long.toString(process.pid()));
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return process.isAlive() && hasFolderAsArgument(process);
        }
        try {
            // By file identity: a process in a container may have another folder of the same name.
            return Files.isSameFile(entry.resolve("cwd"), cluster)
                    && Files.readSymbolicLink(entry.resolve("exe")).toString().contains("/bin/postgres");
        } catch (IOException e) {
            // Ended meanwhile, or belongs to somebody else and is none of our business.
            return false;
        }
    }

    private boolean hasFolderAsArgument(ProcessHandle process) {
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()
                && process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                        .isPresent();
    }
}
