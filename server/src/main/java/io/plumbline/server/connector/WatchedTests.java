package io.plumbline.server.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Connectivity tests that pages watch, on this node and in memory: a few, for a while, each seen by nobody but who started it. Safe
 * for many threads.
 */
@Component
class WatchedTests {

    static final Duration KEPT = Duration.ofMinutes(15);

    private static final int MOST = 50;

    private final Clock clock;
    private final Map<String, Entry> byId = new LinkedHashMap<>();

    WatchedTests(Clock clock) {
        this.clock = clock;
    }

    private record Entry(String owner, WatchedTest test, Instant addedAt) {}

    /** @return the id that finds it again */
    synchronized String add(String owner, WatchedTest test) {
        Instant now = clock.instant();
        byId.values().removeIf(entry -> entry.addedAt().plus(KEPT).isBefore(now));
        while (byId.size() >= MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        String id = UUID.randomUUID().toString();
        byId.put(id, new Entry(owner, test, now));
        return id;
    }

    synchronized Optional<WatchedTest> find(String owner, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(entry -> entry.owner().equals(owner))
                .filter(entry -> !entry.addedAt().plus(KEPT).isBefore(clock.instant()))
                .map(Entry::test);
    }
}
