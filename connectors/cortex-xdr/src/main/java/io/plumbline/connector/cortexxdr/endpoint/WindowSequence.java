package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Windows in order, up to four on their way at once, each meeting the one before it: where rows moved up in the meantime, the
 * sequence goes back, so that no endpoint slips through. Used by one thread.
 */
final class WindowSequence implements AutoCloseable {

    private static final int IN_FLIGHT = 4;

    /** A tenant whose endpoints vanish faster than they can be read will not hold still for another try. */
    private static final int MOST_RETURNS = 1_000;

    /** So many windows in a row without a new endpoint: the tenant does not go on where it says that there is more. */
    private static final int MOST_FRUITLESS = 20;

    private final EndpointCalls calls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private @Nullable EndpointWindow last;
    private String lastId = "";
    private long end;
    private List<EndpointWindow.Row> fresh = List.of();
    private int fruitless;
    private int returns;

    private record Ahead(long from, Future<EndpointWindow> window) {}

    WindowSequence(EndpointCalls calls) {
        this.calls = calls;
    }

    /** The next window; null after the last. */
    @Nullable
    EndpointWindow next() throws InterruptedException {
        EndpointWindow previous = last;
        if (previous == null) {
            return accept(calls.window(0));
        }
        if (previous.isLast()) {
            return null;
        }
        EndpointWindow next = take(previous);
        while (next.from() > 0 && !previous.meets(next)) {
            next = goBack(next);
        }
        return accept(next);
    }

    /** The rows of the window that {@link #next()} gave last which none before it held. */
    List<EndpointWindow.Row> fresh() {
        return fresh;
    }

    private EndpointWindow accept(EndpointWindow window) {
        if (window.endsShort()) {
            throw disagreement("The tenant counts " + window.total().orElse(0) + " endpoints but gives none after "
                    + window.from() + ".");
        }
        fresh = window.beyond(lastId, end);
        for (EndpointWindow.Row row : fresh) {
            lastId = row.id() == null ? lastId : row.id();
        }
        end = Math.max(end, window.end());
        fruitless = fresh.isEmpty() ? fruitless + 1 : 0;
        if (fruitless > MOST_FRUITLESS) {
            throw disagreement("The tenant gives the same endpoints again and again, and none that follow.");
        }
        // A window that is shorter than its size, or was read again further back, moves those behind it.
        if (!ahead.isEmpty() && ahead.getFirst().from() != window.next()) {
            forget();
        }
        last = window;
        return window;
    }

    private EndpointWindow goBack(EndpointWindow window) throws InterruptedException {
        if (++returns > MOST_RETURNS) {
            throw disagreement("The tenant's endpoints change faster than they can be read.");
        }
        forget();
        return calls.window(window.back());
    }

    private EndpointWindow take(EndpointWindow previous) throws InterruptedException {
        long total = previous.total().orElse(Long.MAX_VALUE);
        long from = ahead.isEmpty() ? previous.next() : ahead.getLast().from() + EndpointWindow.STEP;
        while (ahead.size() < IN_FLIGHT && (from < total || ahead.isEmpty())) {
            long start = from;
            ahead.add(new Ahead(start, threads.submit(() -> calls.window(start))));
            from += EndpointWindow.STEP;
        }
        try {
            return ahead.remove().window().get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case InterruptedException stopped -> throw stopped;
                case null, default -> throw new IllegalStateException("a window could not be read", failed.getCause());
            }
        }
    }

    private void forget() {
        ahead.forEach(waiting -> waiting.window().cancel(true));
        ahead.clear();
    }

    private static ConnectorException disagreement(String sentence) {
        return new ConnectorException(
                ErrorCode.INCOMPLETE_RESPONSE,
                sentence,
                "Sync again; if it happens again, report it: the tenant's count and its rows disagree.",
                null,
                null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
