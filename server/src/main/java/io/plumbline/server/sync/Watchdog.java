package io.plumbline.server.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes the runs of servers that have died: those whose count of heartbeats has stood still for a while as seen from here. No
 * two servers' clocks are compared. Used by one thread.
 */
@Component
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Dead runs are to be closed within a minute. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InterruptedRuns interrupted;
    private Map<Long, Seen> seen = new HashMap<>();

    private record Seen(long heartbeats, long sinceNanos) {}

    Watchdog(InterruptedRuns interrupted) {
        this.interrupted = interrupted;
    }

    void look() {
        look(System.nanoTime());
    }

    void look(long nanos) {
        Map<Long, Seen> now = new HashMap<>();
        List<InterruptedRuns.Open> open = interrupted.open();
        for (InterruptedRuns.Open run : open) {
            Seen before = seen.get(run.id());
            if (before == null || before.heartbeats() != run.heartbeats()) {
                now.put(run.id(), new Seen(run.heartbeats(), nanos));
            } else if (nanos - before.sinceNanos() < PATIENCE.toNanos()) {
                now.put(run.id(), before);
            } else {
                LOG.warn("sync {} has had no heartbeat for {} s and is closed", run.id(), PATIENCE.toSeconds());
                interrupted.close(run, "The server that ran the sync is gone.");
            }
        }
        seen = now;
    }
}
