package io.plumbline.server.sync;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The log of one run: lines gather in memory and are written in batches, every second and at the end. Safe for many threads.
 * A run that has too much to say is cut short, so that a broken source cannot fill the disk by its complaints.
 */
final class SyncLog {

    static final int MOST_LINES = 10_000;
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final long syncId;
    private final Object writing = new Object();
    private List<LogLine> waiting = new ArrayList<>();
    private int taken;
    private int position;

    SyncLog(JdbcTemplate jdbc, long syncId) {
        this.jdbc = jdbc;
        this.syncId = syncId;
    }

    synchronized void add(LogLine line) {
        // What ends a run is said whatever was said before.
        if (taken < MOST_LINES || line.level() == LogLine.Level.ERROR || line.stage() == SyncStage.DONE) {
            waiting.add(line);
        }
        taken++;
        if (taken == MOST_LINES) {
            waiting.add(new LogLine(
                    line.at(), LogLine.Level.WARN, line.stage(), "The log is full; further lines are left out."));
        }
    }

    /** Writes what has gathered; what cannot be written stays for the next time. */
    void flush() {
        synchronized (writing) {
            List<LogLine> lines = take();
            if (lines.isEmpty()) {
                return;
            }
            try {
                write(lines);
            } catch (RuntimeException e) {
                giveBack(lines);
                throw e;
            }
        }
    }

    private void write(List<LogLine> lines) {
        int first = position;
        List<Object[]> rows = new ArrayList<>(lines.size());
        for (LogLine line : lines) {
            OffsetDateTime at = line.at().atOffset(ZoneOffset.UTC);
            rows.add(new Object[] {
                syncId,
                first + rows.size(),
                at,
                line.level().name(),
                line.stage().name(),
                line.message()
            });
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            // A batch that was written by an attempt that failed later is left as it is.
            jdbc.batchUpdate("""
                    insert into sync_log (sync_id, position, at, level, stage, message) values (?, ?, ?, ?, ?, ?)
                    on conflict (sync_id, position) do nothing""", rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        position = first + lines.size();
    }

    private synchronized List<LogLine> take() {
        List<LogLine> lines = waiting;
        waiting = new ArrayList<>();
        return lines;
    }

    private synchronized void giveBack(List<LogLine> lines) {
        lines.addAll(waiting);
        waiting = lines;
    }
}
