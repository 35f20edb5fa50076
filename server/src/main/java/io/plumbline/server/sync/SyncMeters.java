package io.plumbline.server.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the metrics say of runs: how many ended how, and how long they took. */
@Component
final class SyncMeters {

    private final MeterRegistry registry;

    SyncMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Run run, SyncStatus status, Instant at) {
        Timer.builder("plumbline.sync.duration")
                .description("Time from the start of a sync to its end")
                .tag("connector", Integer.toString(run.connectorId()))
                .tag("kind", run.kind().name().toLowerCase(Locale.ROOT))
                .tag("status", status.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.between(run.startedAt(), at));
        Timer.builder("plumbline.sync.waiting")
                .description("Time that a sync waited in the queue")
                .register(registry)
                .record(Duration.between(run.queuedAt(), run.startedAt()));
    }
}
