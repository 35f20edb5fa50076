package io.plumbline.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Passes on what PostgreSQL prints, and remembers the last lines for the message of a failed start. Thread-safe. */
final class ServerLog {

    private static final int REMEMBERED_LINES = 20;

    private final Consumer<String> consumer;
    private final Deque<String> last = new ArrayDeque<>();

    ServerLog(Consumer<String> consumer) {
        this.consumer = consumer;
    }

    /** Reads until PostgreSQL has ended. The reading must go on whatever happens: a full pipe would halt the database. */
    Thread follow(Process process) {
        return Thread.ofVirtual().name("postgres-log").start(() -> {
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(this::accept);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void accept(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > REMEMBERED_LINES) {
                last.removeFirst();
            }
        }
        consumer.accept(line);
    }

    String tail() {
        synchronized (last) {
            return String.join(" | ", last);
        }
    }
}
