package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.Fence;
import io.plumbline.server.inventory.MassChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of a run while it runs. Every statement asks that the row still be RUNNING on this server: a run that somebody
 * else has closed writes nothing any more.
 */
@Component
final class RunRecords {

    private final JdbcClient jdbc;
    private final NodeId node;
    private final Clock clock;
    private final Json json;

    RunRecords(JdbcClient jdbc, NodeId node, Clock clock, Json json) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
        this.json = json;
    }

    /** Takes the oldest run from the queue; of many servers exactly one gets it. */
    Optional<Run> claim() {
        return jdbc.sql("""
                        update sync set status = 'RUNNING', node = :node, started_at = :now, heartbeat_at = :now
                        where id = (select id from sync where status = 'QUEUED' order by id for update skip locked limit 1)
                        returning id, connector_id, kind, trigger, attempt, allow_mass_change, trial, queued_at, started_at""")
                .param("node", node.value())
                .param("now", now())
                .query(this::run)
                .optional();
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getInt("connector_id"),
                RunKind.valueOf(row.getString("kind")),
                SyncTrigger.valueOf(row.getString("trigger")),
                row.getInt("attempt"),
                row.getBoolean("allow_mass_change"),
                json.pulling(row.getString("trial")),
                Objects.requireNonNull(row.getObject("queued_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("started_at", OffsetDateTime.class))
                        .toInstant());
    }

    void fenced(Fence fence) {
        jdbc.sql("update sync set epoch = :epoch where id = :id and status = 'RUNNING' and node = :node")
                .param("epoch", fence.epoch())
                .param("id", fence.runId())
                .param("node", node.value())
                .update();
    }

    /** What a heartbeat brings back. */
    enum Pulse {
        FINE,
        CANCEL_REQUESTED,
        /** Another run has become the writer; the record is still this one's to close. */
        FENCED,
        /** The record was closed by somebody else. */
        LOST
    }

    /** The one statement a second: sign of life, stage and progress out; cancel and fence in. */
    Pulse beat(long id, LiveRun.Snapshot live) {
        return jdbc.sql("""
                        update sync s
                        set heartbeat_at = :now, heartbeats = heartbeats + 1, stage = :stage, stages = cast(:stages as jsonb),
                            warnings = cast(:warnings as jsonb), done = greatest(done, :done), total = greatest(total, :total),
                            reading = cast(:reading as jsonb)
                        where id = :id and status = 'RUNNING' and node = :node
                        returning cancel_requested,
                          coalesce((select run_epoch <> s.epoch from connector_inventory i where i.connector_id = s.connector_id), false)""")
                .param("now", now())
                .param("stage", live.stage().name())
                .param("stages", json.text(live.stages()))
                .param("warnings", json.text(live.warnings()))
                .param("done", live.progress().done())
                .param("total", live.progress().total())
                .param("reading", json.text(live.progress().parts()))
                .param("id", id)
                .param("node", node.value())
                .query((row, number) ->
                        row.getBoolean(2) ? Pulse.FENCED : row.getBoolean(1) ? Pulse.CANCEL_REQUESTED : Pulse.FINE)
                .optional()
                .orElse(Pulse.LOST);
    }

    /** From here on nobody can cancel. @return false when somebody has, or the run is no longer ours */
    boolean beginCommit(long id) {
        return jdbc.sql("""
                        update sync set committing = true
                        where id = :id and status = 'RUNNING' and node = :node and not cancel_requested""").param("id", id).param("node", node.value()).update() == 1;
    }

    /** Notes what the run's changes make of the inventory; in the transaction that applies them, after them. */
    void sizes(long id, MassChange before) {
        jdbc.sql("""
                        update sync s
                        set sizes = jsonb_build_object(
                              'assetsBefore', cast(:assets as bigint), 'assetsAfter', i.active_assets,
                              'findingsBefore', cast(:findings as bigint),
                              'findingsAfter', (select coalesce(sum(k.open_count), 0)
                                                from connector_weakness k where k.connector_id = s.connector_id))
                        from connector_inventory i
                        where s.id = :id and i.connector_id = s.connector_id""")
                .param("assets", before.assetsBefore())
                .param("findings", before.findingsBefore())
                .param("id", id)
                .update();
    }

    /** Closes the record. @return false when it was closed before */
    boolean finish(long id, SyncStatus status, LiveRun.Snapshot live, ChangeCounts counts, Optional<SyncError> error) {
        return jdbc.sql("""
                        update sync
                        set status = :status, stage = :stage, stages = cast(:stages as jsonb), warnings = cast(:warnings as jsonb),
                            done = greatest(done, :done), total = greatest(total, :total),
                            reading = cast(:reading as jsonb), counts = cast(:counts as jsonb),
                            error = cast(:error as jsonb), finished_at = :now, committing = false
                        where id = :id and status = 'RUNNING' and node = :node""")
                        .param("status", status.name())
                        .param("stage", live.stage().name())
                        .param("stages", json.text(live.stages()))
                        .param("warnings", json.text(live.warnings()))
                        .param("done", live.progress().done())
                        .param("total", live.progress().total())
                        .param("reading", json.text(live.progress().parts()))
                        .param("counts", json.text(counts))
                        .param("error", error.map(json::text).orElse(null))
                        .param("now", now())
                        .param("id", id)
                        .param("node", node.value())
                        .update()
                == 1;
    }

    /** Another run follows by itself; after {@link #finish}, in its transaction. */
    void tryAgain(long id, Instant at) {
        jdbc.sql("update sync set retry_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
