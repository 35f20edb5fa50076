package io.plumbline.server.sync;

import io.plumbline.connector.api.ReadMonitor;
import java.util.function.BiConsumer;

/**
 * How far a run has come: endpoints first, then rows. Neither figure ever decreases, and the total is 0 while unknown. Safe for
 * many threads.
 */
final class Progress {

    private long done;
    private long total;

    /** @param done items read; total 0: unknown */
    record Figures(long done, long total) {}

    synchronized Figures figures() {
        return new Figures(done, total == 0 ? 0 : Math.max(total, done));
    }

    /** The monitor of the next read, whose items come on top of those before. */
    synchronized ReadMonitor nextPart(BiConsumer<LogLine.Level, String> log) {
        return new Part(total == 0 ? done : Math.max(total, done), log);
    }

    /** The monitor of a read that asks again for what was counted before. */
    ReadMonitor uncounted(BiConsumer<LogLine.Level, String> log) {
        return new Uncounted(log);
    }

    private synchronized void expect(long expected) {
        total = Math.max(total, expected);
    }

    private synchronized void read(long items) {
        done += Math.max(items, 0);
    }

    private final class Part implements ReadMonitor {

        private final long before;
        private final BiConsumer<LogLine.Level, String> log;

        Part(long before, BiConsumer<LogLine.Level, String> log) {
            this.before = before;
            this.log = log;
        }

        @Override
        public void expect(long total) {
            Progress.this.expect(before + total);
        }

        @Override
        public void progress(long items) {
            read(items);
        }

        @Override
        public void info(String message) {
            log.accept(LogLine.Level.INFO, message);
        }

        @Override
        public void warn(String message) {
            log.accept(LogLine.Level.WARN, message);
        }
    }

    private record Uncounted(BiConsumer<LogLine.Level, String> log) implements ReadMonitor {

        @Override
        public void expect(long total) {
            // counted by the first read
        }

        @Override
        public void progress(long items) {
            // counted by the first read
        }

        @Override
        public void info(String message) {
            log.accept(LogLine.Level.INFO, message);
        }

        @Override
        public void warn(String message) {
            log.accept(LogLine.Level.WARN, message);
        }
    }
}
