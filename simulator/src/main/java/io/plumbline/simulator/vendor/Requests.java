package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests and lets a test act at a certain one. Requests of a call are numbered from 1 on in the order of arrival, also
 * those that are refused. Thread-safe.
 */
public final class Requests {

    /** One request that waits for its answer until it is released. */
    public static final class Hold {
        private final Call call;
        private final long number;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold(Call call, long number) {
            this.call = call;
            this.number = number;
        }

        private boolean awaits(Call arriving, long itsNumber) {
            return call == arriving && number == itsNumber && !arrived();
        }

        public Call call() {
            return call;
        }

        public long number() {
            return number;
        }

        public boolean arrived() {
            return arrived.getCount() == 0;
        }

        public boolean released() {
            return released.getCount() == 0;
        }

        /** Whether the request has arrived before the time was up. */
        public boolean awaitArrival(Duration timeout) throws InterruptedException {
            return arrived.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Lets the request be answered; before its arrival too. */
        public void release() {
            released.countDown();
        }
    }

    private record After(Call call, long number, Runnable action) {}

    private final Map<Call, Long> counts = new EnumMap<>(Call.class);
    private final List<Hold> holds = new ArrayList<>();
    private final List<After> afters = new ArrayList<>();

    Requests() {}

    public synchronized long count(Call call) {
        return counts.getOrDefault(call, 0L);
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Numbers requests from 1 on again. */
    public synchronized void reset() {
        counts.clear();
    }

    /** Whether the n-th request of a call has arrived before the time was up. */
    public synchronized boolean await(Call call, long number, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (count(call) < number) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Keeps the n-th request of a call waiting for its answer. */
    public synchronized Hold hold(Call call, long number) {
        var hold = new Hold(call, number);
        holds.add(hold);
        return hold;
    }

    /** Releases every request that is held or would be. */
    public synchronized void releaseAll() {
        holds.forEach(Hold::release);
        holds.clear();
    }

    /**
     * Runs something once the n-th answer of a call is complete and before it reaches the client: what pages drift by.
     *
     * @param action runs on the tenant's thread; it may use the console
     */
    public synchronized void after(Call call, long number, Runnable action) {
        afters.add(new After(call, number, action));
    }

    /** Numbers a request; waits where it is held. */
    long arrive(Call call) throws InterruptedException {
        long number;
        List<Hold> mine;
        synchronized (this) {
            number = counts.merge(call, 1L, Long::sum);
            notifyAll();
            mine = holds.stream().filter(hold -> hold.awaits(call, number)).toList();
            mine.forEach(hold -> hold.arrived.countDown());
        }
        for (var hold : mine) {
            hold.released.await();
        }
        synchronized (this) {
            // Not sooner, or releaseAll() would miss those that have arrived.
            holds.removeAll(mine);
        }
        return number;
    }

    /** What is to run after an answer, in the order of registration. */
    synchronized List<Runnable> dueAfter(Call call, long number) {
        var due = afters.stream()
                .filter(after -> after.call == call && after.number == number)
                .toList();
        afters.removeAll(due);
        return due.stream().map(After::action).toList();
    }
}
