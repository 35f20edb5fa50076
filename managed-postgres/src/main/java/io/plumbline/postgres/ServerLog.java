package io.plumbline.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what PostgreSQL prints, and remembers the last lines for the message of a failed start. */
final class ServerLog {

    private static final int REMEMBERED_LINES = 20;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Consumer<String> consumer;
    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable Thread reading;

    ServerLog(Consumer<String> consumer) {
        this.consumer = consumer;
    }

    /** Reads until PostgreSQL has ended. The reading must go on whatever happens: a full pipe would halt the database. */
    void follow(Process process) {
        reading = Thread.ofVirtual().name("postgres-log").start(() -> {
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
        try {
            consumer.accept(line);
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /** After PostgreSQL's end: waits a moment for its last words. */
    void awaitEnd() throws InterruptedException {
        if (reading != null) {
            reading.join(LAST_WORDS);
        }
    }

    String tail() {
        synchronized (last) {
            return String.join(" | ", last);
        }
    }
}
