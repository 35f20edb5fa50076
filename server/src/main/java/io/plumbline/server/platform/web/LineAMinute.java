package io.plumbline.server.platform.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** For lines of the log that anybody can cause without limit: one a minute, with how many it stands for. Safe for many threads. */
public final class LineAMinute {

    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong unsaid = new AtomicLong();

    /** @param line writes it; told how many times this has been called since the last */
    public void note(LongConsumer line) {
        unsaid.incrementAndGet();
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN)) {
            line.accept(unsaid.getAndSet(0));
        }
    }
}
