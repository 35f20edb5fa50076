package io.plumbline.simulator.vendor;

import io.plumbline.simulator.xql.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A query that was accepted. Thread-safe. */
final class StartedQuery {

    /** A query that nobody asks for ends by itself, so that those of a killed client do not stand in the way for ever. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final String id;
    private final String streamId;
    private final String xql;
    private final @Nullable Plan plan;
    private final @Nullable String failure;
    private final double cost;
    private final long rows;
    private final AtomicInteger pendingPolls;
    private final long started = System.nanoTime();

    private StartedQuery(
            String id,
            String xql,
            @Nullable Plan plan,
            @Nullable String failure,
            long rows,
            double cost,
            int pendingPolls) {
        this.id = id;
        this.streamId =
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.US_ASCII)).toString();
        this.xql = xql;
        this.plan = plan;
        this.failure = failure;
        this.rows = rows;
        this.cost = cost;
        this.pendingPolls = new AtomicInteger(pendingPolls);
    }

    static StartedQuery of(String id, String xql, Plan plan, int pendingPolls) {
        long rows = plan.rows().count();
        return new StartedQuery(id, xql, plan, null, rows, 0.0025 + rows * 0.0001, pendingPolls);
    }

    static StartedQuery failing(String id, String xql, String failure, int pendingPolls) {
        return new StartedQuery(id, xql, null, failure, 0, 0, pendingPolls);
    }

    String id() {
        return id;
    }

    String xql() {
        return xql;
    }

    /** Null where the query failed. */
    @Nullable
    Plan plan() {
        return plan;
    }

    /** Null where the query did not fail. */
    @Nullable
    String failure() {
        return failure;
    }

    long rows() {
        return rows;
    }

    /** In compute units; a limit on the rows that are replied does not lower it. */
    double cost() {
        return cost;
    }

    /** The id under which its rows can be streamed. */
    String streamId() {
        return streamId;
    }

    boolean running() {
        return pendingPolls.get() > 0 && System.nanoTime() - started < LONGEST_NANOS;
    }

    long runningSeconds() {
        return Duration.ofNanos(System.nanoTime() - started).toSeconds();
    }

    /** @param wait whether the caller waits for the end instead of asking again */
    boolean pending(boolean wait) {
        if (wait) {
            pendingPolls.set(0);
        }
        return pendingPolls.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
