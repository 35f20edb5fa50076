package io.plumbline.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running postmaster and its watcher, from start to end. */
final class ServerProcess {

    private final Process watcher;
    private final ServerLog log;
    private final int port;
    private final Path cluster;

    private ServerProcess(Process watcher, ServerLog log, int port, Path cluster) {
        this.watcher = watcher;
        this.log = log;
        this.port = port;
        this.cluster = cluster;
    }

    static ServerProcess start(Path cluster, Binaries binaries, Account account, ManagedPostgresOptions options)
            throws IOException {
        int port = freePort();
        var postgres = new ArrayList<String>(
                List.of(binaries.postgres().toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        postgres.addAll(ServerSettings.arguments(options.settings()));
        Process watcher = Command.builder(Watcher.command(account.command(postgres), options.stopTimeout()))
                .start();
        var log = new ServerLog(options.log());
        log.follow(watcher);
        return new ServerProcess(watcher, log, port, cluster);
    }

    /** Another program may take it before PostgreSQL does; the start is tried again then. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    enum Readiness {
        ACCEPTS,
        ENDED,
        TOO_LATE
    }

    Readiness awaitReady(Duration timeout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.isDirectory(cluster) && PostmasterFile.of(cluster).isReadyOn(port)) {
                return Readiness.ACCEPTS;
            }
            if (watcher.waitFor(10, TimeUnit.MILLISECONDS)) {
                log.awaitEnd();
                return Readiness.ENDED;
            }
        }
        return Readiness.TOO_LATE;
    }

    /** Closing the pipe is the order to stop; the watcher does the rest. */
    boolean stop(Duration timeout) throws IOException, InterruptedException {
        watcher.getOutputStream().close();
        return watcher.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return watcher.isAlive();
    }

    CompletableFuture<Integer> onExit() {
        return watcher.onExit().thenApply(Process::exitValue);
    }

    int port() {
        return port;
    }

    String logTail() {
        return log.tail();
    }
}
