package io.plumbline.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, on the demonstration's data folder. Ends when the demonstration ends. */
final class DemoServer implements AutoCloseable {

    /** Of the demonstration's administrator; only this machine can reach it. */
    static final String PASSWORD = "plumbline-demo";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;

    private final Process process;

    private DemoServer(Process process) {
        this.process = process;
    }

    static DemoServer start(DemoFolder folder, int port, String token) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                folder.serverJar().toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
        builder.environment()
                .putAll(Map.of(
                        "PLUMBLINE_DATA",
                        folder.data().toString(),
                        "PLUMBLINE_PORT",
                        Integer.toString(port),
                        "PLUMBLINE_ADMIN_TOKEN",
                        token,
                        "PLUMBLINE_ADMIN_PASSWORD",
                        PASSWORD,
                        "PLUMBLINE_ALLOWED_HOSTS",
                        "127.0.0.1",
                        "PLUMBLINE_CLOCK_FILE",
                        folder.clockFile().toString(),
                        "PLUMBLINE_NOTICE",
                        "This is a demonstration: the tenant is simulated, its data made up."));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.log().toFile());
        System.out.println("Starting the server; its log is " + folder.log());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "demo-end"));
        return new DemoServer(process);
    }

    /** @throws IllegalStateException when it gives up, or takes too long */
    void awaitHealth(DemoApi api) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!api.healthy()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server did not start: see demo-data/server.log.");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The server is not ready after " + PATIENCE.toMinutes() + " minutes.");
            }
        }
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
