package io.plumbline.simulator.vendor;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The compute units that queries may use up in a day, which begins at midnight UTC. Thread-safe. */
public final class Quota {

    /** What a licence gives a day. */
    static final double DAILY = 1_000;

    private final Clock clock;
    private LocalDate day;
    private double used;
    private double allowed = DAILY;
    private long started;
    private long rejected;

    Quota(Clock clock) {
        this.clock = clock;
        this.day = today();
    }

    /** What is left of today's compute units. */
    public synchronized double remaining() {
        turnDay();
        return Math.max(0, allowed - used);
    }

    /** Makes this what is left of today's compute units; with 0 every query is refused until midnight UTC. */
    public synchronized void setRemaining(double units) {
        turnDay();
        allowed = Math.max(DAILY, units);
        used = allowed - units; // as if others had used the rest: get_quota tells the same story
    }

    synchronized double used() {
        turnDay();
        return used;
    }

    synchronized double allowed() {
        turnDay();
        return allowed;
    }

    synchronized void charge(double units) {
        turnDay();
        used += units;
        started++;
    }

    synchronized void reject() {
        turnDay();
        rejected++;
    }

    synchronized long startedToday() {
        turnDay();
        return started;
    }

    synchronized long rejectedToday() {
        turnDay();
        return rejected;
    }

    private void turnDay() {
        if (!today().equals(day)) {
            day = today();
            used = 0;
            allowed = DAILY;
            started = 0;
            rejected = 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
