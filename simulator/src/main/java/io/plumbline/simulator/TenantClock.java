package io.plumbline.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What a tenant takes for the time: the clock it was started with, moved by as much as the console says. Thread-safe. */
public final class TenantClock extends Clock {

    private final Clock origin;
    private volatile Duration moved = Duration.ZERO;

    TenantClock(Clock origin) {
        this.origin = origin;
    }

    /** Moves the time from where it is now, backwards where {@code by} is negative; it goes on from there. */
    public synchronized void move(Duration by) {
        moved = moved.plus(by);
    }

    /** Makes this the time; it goes on from there. */
    public synchronized void set(Instant now) {
        moved = Duration.between(origin.instant(), now);
    }

    @Override
    public Instant instant() {
        return origin.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return origin.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the tenant's clock has one zone");
    }
}
