package io.plumbline.server.platform.outbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often one tenant is called, whoever calls. A call takes a slot and gives it back a second after the tenant has
 * certainly seen it; counted from when it was let through, slow connecting would crowd calls at the tenant. Each call is
 * judged by its own connector's rate against the calls of all, so the more cautious of two connectors finds its limit kept.
 * First come, first served. Safe for many threads.
 */
final class RateBudget {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** By then a request that has left counts as seen, answered or not: slow answers must not slow the rate. */
    private static final long SURELY_SEEN = Duration.ofMillis(250).toNanos();

    /** Held while at the head of the queue; fair, so that it is a queue. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();
    private final List<Slot> taken = new ArrayList<>();

    /** Waits for a slot. */
    Slot take(int perSecond) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            state.lockInterruptibly();
            try {
                while (!hasRoom(perSecond)) {
                    changed.await(untilNextIsFree(), TimeUnit.NANOSECONDS);
                }
                Slot slot = new Slot();
                taken.add(slot);
                return slot;
            } finally {
                state.unlock();
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean hasRoom(int perSecond) {
        long now = System.nanoTime();
        taken.removeIf(slot -> slot.occupiedFor(now) <= 0);
        return taken.size() < perSecond;
    }

    private long untilNextIsFree() {
        long now = System.nanoTime();
        return taken.stream().mapToLong(slot -> slot.occupiedFor(now)).min().orElse(SECOND);
    }

    /** One call's share of the budget. */
    final class Slot {

        private boolean under = true;
        private long seenBy;

        /** The request is on its way. */
        void left() {
            boundBy(System.nanoTime() + SURELY_SEEN);
        }

        /** The tenant has answered, or never will. */
        void answered() {
            boundBy(System.nanoTime());
        }

        private void boundBy(long time) {
            state.lock();
            try {
                if (under || time - seenBy < 0) {
                    under = false;
                    seenBy = time;
                    changed.signal();
                }
            } finally {
                state.unlock();
            }
        }

        private long occupiedFor(long now) {
            return under ? Long.MAX_VALUE : seenBy + SECOND - now;
        }
    }
}
