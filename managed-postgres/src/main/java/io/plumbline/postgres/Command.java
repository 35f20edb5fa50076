package io.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A short program run to its end. */
final class Command {

    /** What a program said, both streams together, and its exit status. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    private Command() {}

    /**
     * A process with a clean environment: the server's holds secrets, and {@code PG…} or a locale would change what
     * PostgreSQL's programs do.
     */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "TMPDIR"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    static Outcome run(List<String> command, String input, Duration timeout) throws IOException, InterruptedException {
        Process process = builder(command).start();
        try {
            CompletableFuture<String> output =
                    CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            } catch (IOException e) {
                // It ended without reading: its status and output say why.
                if (process.isAlive()) {
                    throw e;
                }
            }
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome(-1, command.getFirst() + " did not end within " + timeout.toSeconds() + " s");
            }
            return new Outcome(process.exitValue(), output.join().strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (var stream = process.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
