package io.plumbline.server.sync;

import io.plumbline.connector.api.ReadMonitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How far a run has come: endpoints first, then rows. Neither figure ever decreases, and the total is 0 while unknown. Safe for
 * many threads.
 */
final class Progress {

    private final List<ReadPart> parts = new ArrayList<>();
    private long done;
    private long total;

    /**
     * @param done items read
     * @param total 0: unknown
     * @param parts those that have begun
     */
    record Figures(long done, long total, List<ReadPart> parts) {}

    synchronized Figures figures() {
        return new Figures(done, total == 0 ? 0 : Math.max(total, done), List.copyOf(parts));
    }

    /** The monitor of the next read, whose items come on top of those before. */
    synchronized ReadMonitor nextPart(ReadPart.Part part, Instant since, BiConsumer<LogLine.Level, String> log) {
        parts.add(new ReadPart(part, since, 0, 0, 0));
        return new Part(total == 0 ? done : Math.max(total, done), log);
    }

    /** The monitor of a read that asks again for what was counted before. */
    ReadMonitor uncounted(BiConsumer<LogLine.Level, String> log) {
        return new Uncounted(log);
    }

    private synchronized void expect(long before, long expected) {
        total = Math.max(total, before + expected);
        ReadPart now = parts.removeLast();
        parts.add(new ReadPart(now.part(), now.since(), now.pages(), now.done(), Math.max(now.total(), expected)));
    }

    private synchronized void read(long items) {
        long more = Math.max(items, 0);
        done += more;
        ReadPart now = parts.removeLast();
        parts.add(new ReadPart(now.part(), now.since(), now.pages() + 1, now.done() + more, now.total()));
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
            Progress.this.expect(before, total);
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
