package io.plumbline.server.sync;

import io.plumbline.server.platform.database.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stretches of a sync's log, for who watches it grow. Safe for many threads. */
@Component
final class LogLines {

    /** Before the first line that a run writes; what others add to its log bears other numbers. */
    static final int START = -1;

    private static final String WANTED = """
            sync_id = :sync
              and (cardinality(:levels) = 0 or level = any(:levels))
              and (cardinality(:stages) = 0 or stage = any(:stages))""";

    private final JdbcClient jdbc;

    LogLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of a log is wanted.
     *
     * @param levels none: any
     * @param stages none: any
     */
    record Filter(Collection<LogLine.Level> levels, Collection<SyncStage> stages) {

        boolean isSet() {
            return !levels.isEmpty() || !stages.isEmpty();
        }

        private String[] levelNames() {
            return levels.stream().map(Enum::name).toArray(String[]::new);
        }

        private String[] stageNames() {
            return stages.stream().map(Enum::name).toArray(String[]::new);
        }
    }

    /** @param position its number in the log */
    record Placed(int position, LogLine line) {}

    /** The last lines, in the order of the log. */
    List<Placed> last(long syncId, Filter filter, int limit) {
        return query("""
                select * from (
                  select position, at, level, stage, message from sync_log
                  where %s
                  order by at desc, position desc limit :limit) as newest
                order by at, position""".formatted(WANTED), syncId, filter)
                .param("limit", limit)
                .query(LogLines::line)
                .list();
    }

    /** What the run has written since a line, in its order. */
    List<Placed> after(long syncId, Filter filter, int position) {
        return query("""
                select position, at, level, stage, message from sync_log
                where %s and position > :position
                order by position""".formatted(WANTED), syncId, filter)
                .param("position", position)
                .query(LogLines::line)
                .list();
    }

    long count(long syncId, Filter filter) {
        return query("select count(*) from sync_log where " + WANTED, syncId, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String sql, long syncId, Filter filter) {
        return jdbc.sql(sql)
                .param("sync", syncId)
                .param("levels", filter.levelNames())
                .param("stages", filter.stageNames());
    }

    private static Placed line(ResultSet row, int number) throws SQLException {
        return new Placed(
                row.getInt("position"),
                new LogLine(
                        StoredTime.get(row, "at"),
                        LogLine.Level.valueOf(row.getString("level")),
                        SyncStage.valueOf(row.getString("stage")),
                        row.getString("message")));
    }
}
