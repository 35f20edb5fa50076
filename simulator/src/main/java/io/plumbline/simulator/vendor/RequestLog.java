package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** The latest requests in the order of their answers, wrong paths among them; the console's own are not kept. Thread-safe. */
public final class RequestLog {

    /** How many requests are kept. */
    public static final int KEPT = 1_000;

    /** How many characters of a body are kept. */
    public static final int BODY = 1_000;

    /**
     * @param at when its answer was ready, by the tenant's clock
     * @param keyId what it said to be signed with, {@code ""} for nothing
     * @param body at most {@link #BODY} characters of it
     * @param status of the answer, 0 where the connection was reset instead
     */
    public record Entry(Instant at, String method, String path, String keyId, String body, int status) {}

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** From the oldest to the latest. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(Request request, int status) {
        var body = request.body();
        entries.add(new Entry(
                clock.instant(),
                request.method(),
                request.path(),
                request.header("x-xdr-auth-id"),
                body.substring(0, Math.min(BODY, body.length())),
                status));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }
}
