package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateBudgetTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void noSecondSeesMoreCallsThanTheRateWhoeverCallsAndHoweverLongConnectingTakes() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RateBudget budget = new RateBudget();
        ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int call = 0; call < 60; call++) {
                long connecting = new Random(seed + call).nextLong(200_000_000);
                calls.add(callers.submit(() -> {
                    RateBudget.Slot slot = budget.take(20);
                    LockSupport.parkNanos(connecting);
                    slot.left();
                    LockSupport.parkNanos(connecting / 2);
                    arrivals.add(System.nanoTime());
                    slot.answered();
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(busiestSecond(arrivals)).isLessThanOrEqualTo(20);
        assertThat(arrivals).hasSize(60);
    }

    @Test
    void aWholeSecondsWorthGoesAtOnceAndTheNextWaits() throws Exception {
        RateBudget budget = new RateBudget();
        long start = System.nanoTime();
        for (int call = 0; call < 5; call++) {
            budget.take(5).answered();
        }
        long firstFive = System.nanoTime() - start;
        budget.take(5).answered();
        long six = System.nanoTime() - start;

        assertThat(firstFive).isLessThan(SECOND);
        assertThat(six).isGreaterThanOrEqualTo(SECOND);
    }

    @Test
    void theLowerRateOfTwoConnectorsIsKeptAgainstTheCallsOfBoth() throws Exception {
        RateBudget budget = new RateBudget();
        long start = System.nanoTime();
        for (int call = 0; call < 3; call++) {
            budget.take(10).answered();
        }
        budget.take(2).answered();

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SECOND);
    }

    @Test
    void aCallWhoseRequestHasNotLeftYetOccupiesItsSlot() throws Exception {
        RateBudget budget = new RateBudget();
        RateBudget.Slot slow = budget.take(1);
        CountDownLatch second = new CountDownLatch(1);
        AtomicReference<Long> admitted = new AtomicReference<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                budget.take(1).answered();
                admitted.set(System.nanoTime());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            second.countDown();
        });
        assertThat(second.await(1_300, TimeUnit.MILLISECONDS)).isFalse();

        long left = System.nanoTime();
        slow.answered();
        waiter.join();

        assertThat(admitted.get() - left).isGreaterThanOrEqualTo(SECOND);
    }

    @Test
    @Timeout(30) // a slot that is held is never free
    void aSlowAnswerDoesNotHoldItsSlot() throws Exception {
        RateBudget budget = new RateBudget();
        budget.take(1).left();

        budget.take(1).answered();
    }

    @Test
    void aWaitingCallCanBeInterruptedAndLeavesTheQueueInOrder() throws Exception {
        RateBudget budget = new RateBudget();
        budget.take(1).answered();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> budget.take(1)).isInstanceOf(InterruptedException.class);

        budget.take(1).answered();
    }

    /** How many arrivals the busiest window of one second saw. */
    static int busiestSecond(Iterable<Long> arrivals) {
        List<Long> times = new ArrayList<>();
        arrivals.forEach(times::add);
        times.sort(null);
        int busiest = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= SECOND) {
                from++;
            }
            busiest = Math.max(busiest, to - from + 1);
        }
        return busiest;
    }
}
