package io.plumbline.server.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved. */
public final class MovableClock extends Clock {

    private final AtomicReference<Instant> now;

    public MovableClock(String now) {
        this.now = new AtomicReference<>(Instant.parse(now));
    }

    public void set(String instant) {
        now.set(Instant.parse(instant));
    }

    public void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
