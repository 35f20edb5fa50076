package io.plumbline.server.sync;

import io.plumbline.connector.api.ReadMonitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** Who hears what a read says. */
    interface Listener {
        void say(LogLine.Level level, String message);

        void warn(SyncWarning warning);
    }

    /** The monitor of the next read, whose items come on top of those before. */
    synchronized ReadMonitor nextPart(ReadPart.Part part, Instant since, Listener listener) {
        parts.add(new ReadPart(part, since, 0, 0, 0));
        return new Part(total == 0 ? done : Math.max(total, done), listener);
    }

    /** The monitor of a read that asks again for what was counted before. */
    ReadMonitor uncounted(Listener listener) {
        return new Uncounted(listener);
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
        private final Listener listener;

        Part(long before, Listener listener) {
            this.before = before;
            this.listener = listener;
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
            listener.say(LogLine.Level.INFO, message);
        }

        @Override
        public void warn(String message) {
            listener.say(LogLine.Level.WARN, message);
        }

        @Override
        public void caution(String code, String message, String remedy) {
            listener.warn(new SyncWarning(code, message, remedy));
        }
    }

    private record Uncounted(Listener listener) implements ReadMonitor {

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
            listener.say(LogLine.Level.INFO, message);
        }

        @Override
        public void warn(String message) {
            listener.say(LogLine.Level.WARN, message);
        }

        @Override
        public void caution(String code, String message, String remedy) {
            listener.warn(new SyncWarning(code, message, remedy));
        }
    }
}
