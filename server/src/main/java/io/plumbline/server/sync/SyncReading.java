package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.platform.database.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads syncs and their logs. Runs of other kinds are no syncs to a reader. */
@Component
final class SyncReading {

    private final JdbcClient jdbc;
    private final Json json;

    SyncReading(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Sync> find(long id) {
        return jdbc.sql("select * from sync where id = :id and kind = 'SYNC'")
                .param("id", id)
                .query(this::sync)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param statuses none: any
     * @param before only those with a smaller id
     */
    List<Sync> list(int connectorId, Collection<SyncStatus> statuses, long before, int limit) {
        return jdbc.sql("""
                        select * from sync
                        where connector_id = :connector and kind = 'SYNC' and id < :before
                          and (:any or status in (:statuses))
                        order by id desc limit :limit""")
                .param("connector", connectorId)
                .param("before", before)
                .param("any", statuses.isEmpty())
                .param("statuses", names(statuses))
                .param("limit", limit)
                .query(this::sync)
                .list();
    }

    long count(int connectorId, Collection<SyncStatus> statuses) {
        return jdbc.sql("""
                        select count(*) from sync
                        where connector_id = :connector and kind = 'SYNC' and (:any or status in (:statuses))""")
                .param("connector", connectorId)
                .param("any", statuses.isEmpty())
                .param("statuses", names(statuses))
                .query(Long.class)
                .single();
    }

    /** The newest sync of each connector that has one. */
    Map<Integer, Sync> newest(Collection<Integer> connectorIds) {
        Map<Integer, Sync> newest = new HashMap<>();
        if (!connectorIds.isEmpty()) {
            jdbc.sql("""
                            select s.* from unnest(:connectors) as c (id)
                            cross join lateral (
                              select * from sync where connector_id = c.id and kind = 'SYNC' order by id desc limit 1) s""")
                    .param("connectors", connectorIds.toArray(Integer[]::new))
                    .query(this::sync)
                    .list()
                    .forEach(sync -> newest.put(Integer.valueOf(sync.connectorId()), sync));
        }
        return newest;
    }

    /** The newest sync of a connector that succeeded. */
    OptionalLong lastSucceeded(int connectorId) {
        return jdbc.sql("""
                        select id from sync
                        where connector_id = :connector and kind = 'SYNC' and status = 'SUCCEEDED'
                        order by id desc limit 1""").param("connector", connectorId).query((row, _) -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    Optional<DryRun> dryRun(long id, RunKind kind) {
        return jdbc.sql("""
                        select id, connector_id, status, queued_at, trial, error from sync
                        where id = :id and kind = :kind""")
                .param("id", id)
                .param("kind", kind.name())
                .query((row, _) -> new DryRun(
                        row.getLong("id"),
                        row.getInt("connector_id"),
                        SyncStatus.valueOf(row.getString("status")),
                        StoredTime.get(row, "queued_at"),
                        json.pulling(row.getString("trial")),
                        json.error(row.getString("error"))))
                .optional();
    }

    /** The newest of its kind, whatever became of it. */
    Optional<DryRun> newestDryRun(int connectorId, RunKind kind) {
        return jdbc.sql("""
                        select id from sync
                        where connector_id = :connector and kind = :kind
                        order by id desc limit 1""")
                .param("connector", connectorId)
                .param("kind", kind.name())
                .query(Long.class)
                .optional()
                .flatMap(id -> dryRun(id, kind));
    }

    /** Whether the newest finished sync of a connector succeeded. */
    boolean lastOneSucceeded(int connectorId) {
        return jdbc.sql("""
                        select status from sync
                        where connector_id = :connector and kind = 'SYNC' and finished_at is not null
                        order by id desc limit 1""")
                .param("connector", connectorId)
                .query(String.class)
                .optional()
                .filter(SyncStatus.SUCCEEDED.name()::equals)
                .isPresent();
    }

    boolean anyRunning(int connectorId) {
        return jdbc.sql("select exists (select from sync where connector_id = :connector and status = 'RUNNING')")
                .param("connector", connectorId)
                .query(Boolean.class)
                .single();
    }

    /**
     * A log, in its order.
     *
     * @param levels none: any
     * @param stages none: any
     */
    List<LogLine> log(long syncId, Collection<LogLine.Level> levels, Collection<SyncStage> stages) {
        return jdbc.sql("""
                        select at, level, stage, message from sync_log
                        where sync_id = :sync and (:anyLevel or level in (:levels)) and (:anyStage or stage in (:stages))
                        order by at, position""")
                .param("sync", syncId)
                .param("anyLevel", levels.isEmpty())
                .param("levels", names(levels))
                .param("anyStage", stages.isEmpty())
                .param("stages", names(stages))
                .query((row, number) -> new LogLine(
                        StoredTime.get(row, "at"),
                        LogLine.Level.valueOf(row.getString("level")),
                        SyncStage.valueOf(row.getString("stage")),
                        row.getString("message")))
                .list();
    }

    private Sync sync(ResultSet row, int number) throws SQLException {
        Instant queued = StoredTime.get(row, "queued_at");
        Instant started = StoredTime.find(row, "started_at");
        ChangeCounts counts = json.counts(row.getString("counts"));
        return new Sync(
                row.getString("id"),
                row.getString("connector_id"),
                SyncTrigger.valueOf(row.getString("trigger")),
                Sync.FULL,
                SyncStatus.valueOf(row.getString("status")),
                SyncStage.valueOf(row.getString("stage")),
                queued,
                started,
                StoredTime.find(row, "finished_at"),
                started == null ? null : Duration.between(queued, started).toMillis(),
                row.getBoolean("cancel_requested"),
                new Sync.Progress(row.getLong("done"), row.getLong("total")),
                json.reading(row.getString("reading")),
                counts == null ? Sync.NOTHING : counts,
                json.sizes(row.getString("sizes")),
                json.stages(row.getString("stages")),
                json.warnings(row.getString("warnings")),
                json.error(row.getString("error")),
                row.getInt("attempt"),
                StoredTime.find(row, "retry_at"));
    }

    /** An empty list is no SQL; a name that nothing bears stands in for it. */
    private static <E extends Enum<E>> List<String> names(Collection<E> values) {
        return values.isEmpty() ? List.of("") : values.stream().map(Enum::name).toList();
    }
}
