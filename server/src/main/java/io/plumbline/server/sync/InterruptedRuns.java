package io.plumbline.server.sync;

import io.plumbline.server.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that nobody runs any more: closed as interrupted, each followed by one retry. Safe for many threads. */
@Component
final class InterruptedRuns {

    /** A server whose last sign of life is older than this at our start is taken for dead at once. */
    private static final Duration LONG_DEAD = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SyncQueue queue;
    private final Sources sources;
    private final Inventory inventory;
    private final NodeId node;
    private final Clock clock;
    private final Json json;

    InterruptedRuns(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SyncQueue queue,
            Sources sources,
            Inventory inventory,
            NodeId node,
            Clock clock,
            Json json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.queue = queue;
        this.sources = sources;
        this.inventory = inventory;
        this.node = node;
        this.clock = clock;
        this.json = json;
    }

    /** A run whose record is RUNNING. */
    record Open(
            long id,
            int connectorId,
            RunKind kind,
            SyncTrigger trigger,
            @Nullable String node,
            Instant heartbeatAt,
            long heartbeats) {}

    /** Before this server runs anything: what its predecessor on this data folder left, and what is long dead. */
    void closeAtStart() {
        Instant dead = clock.instant().minus(LONG_DEAD);
        for (Open run : open()) {
            if (node.value().equals(run.node()) || run.heartbeatAt().isBefore(dead)) {
                close(run, "The server stopped while the sync ran.");
            }
        }
        inventory.sweepStaging(open().stream().map(Open::id).toList());
    }

    List<Open> open() {
        return jdbc.sql("""
                        select id, connector_id, kind, trigger, node, heartbeat_at, heartbeats from sync
                        where status = 'RUNNING'""")
                .query((row, number) -> new Open(
                        row.getLong("id"),
                        row.getInt("connector_id"),
                        RunKind.valueOf(row.getString("kind")),
                        SyncTrigger.valueOf(row.getString("trigger")),
                        row.getString("node"),
                        Objects.requireNonNull(row.getObject("heartbeat_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getLong("heartbeats")))
                .list();
    }

    /** Closes a run unless it has ended or shown a sign of life since it was looked at. */
    void close(Open run, String why) {
        transaction.executeWithoutResult(status -> {
            queue.lockConnector(run.connectorId());
            if (!markInterrupted(run, SyncError.interrupted(why))) {
                return;
            }
            log(run, why);
            if (run.kind() == RunKind.SYNC) {
                sources.markFailed(run.connectorId());
                queue.retry(run.connectorId(), run.trigger());
            }
        });
    }

    private boolean markInterrupted(Open run, SyncError error) {
        return jdbc.sql("""
                        update sync set status = 'FAILED', committing = false, finished_at = :now, error = cast(:error as jsonb)
                        where id = :id and status = 'RUNNING' and heartbeats = :heartbeats""")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("error", json.text(error))
                        .param("id", run.id())
                        .param("heartbeats", run.heartbeats())
                        .update()
                == 1;
    }

    private void log(Open run, String why) {
        jdbc.sql("""
                        insert into sync_log (sync_id, position, at, level, stage, message)
                        select id, (select coalesce(max(position), 0) + 1000000 from sync_log where sync_id = :id), :now, 'ERROR', stage, :message
                        from sync where id = :id""")
                .param("id", run.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("message", "INTERRUPTED: " + why)
                .update();
    }
}
