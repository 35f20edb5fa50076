package io.plumbline.simulator.vendor;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The compute units that queries may use up. A licence counts them by the year; a day, which begins at midnight UTC, may use
 * up a 365th. Thread-safe.
 */
public final class Quota {

    /** What a licence gives a day. */
    static final double DAILY = 1_000;

    static final double YEARLY = 365 * DAILY;

    private final Clock clock;
    private LocalDate day;
    private double used;
    private double usedBefore;
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

    /** What queries have used up today. */
    public synchronized double used() {
        turnDay();
        return used;
    }

    synchronized double allowed() {
        turnDay();
        return allowed;
    }

    synchronized double usedThisYear() {
        turnDay();
        return usedBefore + used;
    }

    synchronized double remainingThisYear() {
        turnDay();
        return Math.max(0, YEARLY + additional() - usedThisYear());
    }

    /** Bought besides the licence, by the year. */
    synchronized double additional() {
        turnDay();
        return (allowed - DAILY) * 365;
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
            usedBefore += used;
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
