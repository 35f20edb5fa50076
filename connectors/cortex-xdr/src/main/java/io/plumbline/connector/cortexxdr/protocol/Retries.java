package io.plumbline.connector.cortexxdr.protocol;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a call is tried again after what passes by itself (429, 502, 503, connection errors), and how long is waited before:
 * twice as long each time, with half of it left to chance so that many clients do not return together.
 *
 * @param retries after the first attempt
 * @param first the longest wait before the first retry
 * @param longest no wait is longer
 */
public record Retries(int retries, Duration first, Duration longest) {

    /** For a sync: gives up after some ten seconds, past which the next sync tries again. */
    public static final Retries OF_SYNC = new Retries(4, Duration.ofMillis(800), Duration.ofSeconds(8));

    /** For a person who waits at a form. */
    public static final Retries OF_TEST = new Retries(1, Duration.ofMillis(500), Duration.ofSeconds(1));

    /** @param attempt 1 before the first retry */
    Duration before(int attempt) {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis(ceiling - ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    }
}
