package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queue, which is the table: what goes in, and what is closed by somebody other than its run. Everything here is called in
 * a transaction.
 */
@Component
final class SyncQueue {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Json json;

    SyncQueue(JdbcClient jdbc, Clock clock, Json json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Queues a run.
     *
     * @return its id; empty when another is queued or running, or the connector is no longer to be synced
     */
    OptionalLong add(int connectorId, RunKind kind, SyncTrigger trigger, boolean allowMassChange) {
        // The lock on the connector keeps it from being disabled between the look and the insert.
        lockConnector(connectorId);
        return first(jdbc.sql("""
                        insert into sync (connector_id, kind, trigger, status, stage, allow_mass_change, queued_at)
                        select id, :kind, :trigger, 'QUEUED', 'INITIATING', :allow, :now
                        from connector where id = :connector and enabled and not deleting
                        on conflict (connector_id) where status in ('QUEUED', 'RUNNING') do nothing
                        returning id""")
                .param("connector", connectorId)
                .param("kind", kind.name())
                .param("trigger", trigger.name())
                .param("allow", allowMassChange)
                .param("now", now())
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /**
     * Queues what is due to be tried again, unless something newer has been tried since. What has no place yet stays due.
     *
     * @return how many
     */
    int addRetries() {
        return jdbc.sql("""
                        with due as (
                          update sync s set retry_at = null
                          where s.retry_at <= :now
                            and not exists (
                              select from sync o where o.connector_id = s.connector_id and o.status in ('QUEUED', 'RUNNING'))
                          returning s.id, s.connector_id, s.attempt)
                        insert into sync (connector_id, kind, trigger, status, stage, queued_at, attempt)
                        select d.connector_id, 'SYNC', 'RETRY', 'QUEUED', 'INITIATING', :now, d.attempt + 1
                        from due d
                        join connector c on c.id = d.connector_id and c.enabled and not c.deleting
                        where not exists (
                          select from sync n where n.connector_id = d.connector_id and n.kind = 'SYNC' and n.id > d.id)
                        on conflict (connector_id) where status in ('QUEUED', 'RUNNING') do nothing""").param("now", now()).update();
    }

    /** Gives a preview that has just been queued other settings than the connector's. */
    void tries(long id, DataPulling trial) {
        jdbc.sql("update sync set trial = cast(:trial as jsonb) where id = :id")
                .param("trial", json.text(trial))
                .param("id", id)
                .update();
    }

    void lockConnector(int connectorId) {
        jdbc.sql("select id from connector where id = :connector for update")
                .param("connector", connectorId)
                .query(Integer.class)
                .list();
    }

    /** One run follows an interrupted one, and none an interrupted retry: a run that kills the server must not do so for ever. */
    OptionalLong retry(int connectorId, SyncTrigger interrupted) {
        return interrupted == SyncTrigger.RETRY
                ? OptionalLong.empty()
                : add(connectorId, RunKind.SYNC, SyncTrigger.RETRY, false);
    }

    /**
     * Closes what gives way to a sync that a person wants: a retry, or a run that is none. Its run finds its record closed and
     * can apply nothing.
     *
     * @return the runs that were closed
     */
    List<Long> giveWay(int connectorId) {
        return close(connectorId, "(trigger = 'RETRY' or kind <> 'SYNC')");
    }

    /** Likewise before the schedule's own sync; a retry is a sync and goes on. */
    List<Long> giveWayToSchedule(int connectorId) {
        return close(connectorId, "kind <> 'SYNC'");
    }

    private List<Long> close(int connectorId, String which) {
        return jdbc.sql("""
                        update sync set status = 'CANCELLED', finished_at = :now, error = cast(:error as jsonb)
                        where connector_id = :connector and status in ('QUEUED', 'RUNNING') and not committing and\s""" + which + " returning id")
                .param("connector", connectorId)
                .param("now", now())
                .param("error", json.text(SyncError.cancelled("It gave way to a sync.")))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * Cancels what a connector has queued or running; what has begun to commit goes on.
     *
     * @return the runs that are to stop
     */
    List<Long> cancelAll(int connectorId) {
        return jdbc
                .sql("select id from sync where connector_id = :connector and status in ('QUEUED', 'RUNNING')")
                .param("connector", connectorId)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .filter(this::cancel)
                .toList();
    }

    /**
     * Cancels a run: at once when it is queued; else it is asked to stop.
     *
     * @return false when it is too late
     */
    boolean cancel(long id) {
        return jdbc.sql("""
                        update sync
                        set cancel_requested = true,
                            status = case status when 'QUEUED' then 'CANCELLED' else status end,
                            finished_at = case status when 'QUEUED' then :now end,
                            error = case status when 'QUEUED' then cast(:error as jsonb) end
                        where id = :id and status in ('QUEUED', 'RUNNING') and not committing""")
                        .param("id", id)
                        .param("now", now())
                        .param("error", json.text(SyncError.cancelled("The sync was cancelled before it began.")))
                        .update()
                == 1;
    }

    /** Adds a line to the log of what a connector runs just now, if it runs anything. */
    void noteSkipped(int connectorId, String message) {
        LogLine line = new LogLine(clock.instant(), LogLine.Level.INFO, SyncStage.INITIATING, message);
        jdbc.sql("""
                        insert into sync_log (sync_id, position, at, level, stage, message)
                        select id, -1 - (select count(*) from sync_log l where l.sync_id = s.id and l.position < 0), :at, :level, stage, :message
                        from sync s where connector_id = :connector and status in ('QUEUED', 'RUNNING')""")
                .param("connector", connectorId)
                .param("at", now())
                .param("level", line.level().name())
                .param("message", line.message())
                .update();
    }

    private static OptionalLong first(List<Long> ids) {
        return ids.stream().flatMapToLong(LongStream::of).findFirst();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
