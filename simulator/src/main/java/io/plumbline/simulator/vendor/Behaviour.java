package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Call;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the tenant behaves where tenants differ or where a test wants a certain answer. Thread-safe; takes effect at once. */
public final class Behaviour {

    /** How {@code get_query_results} reports what a query cost: the documentation's name or the one that was seen live. */
    public enum CostField {
        QUERY_COST,
        QUERY_COST_CHARGED
    }

    /** How a query that was carried out ends. */
    public enum Outcome {
        SUCCESS,
        PARTIAL_SUCCESS,
        FAIL
    }

    private final Set<Call> denied = ConcurrentHashMap.newKeySet();
    private volatile Duration clockTolerance = Duration.ofMinutes(5);
    private volatile int requestsPerSecond = 10;
    private volatile int parallelQueries = 4;
    private volatile boolean hostInsights = true;
    private volatile boolean totalCount = true;
    private volatile boolean endpointIdFilter = true;
    private volatile int pendingPolls = 1;
    private volatile @Nullable Long numberOfResults;
    private volatile Outcome outcome = Outcome.SUCCESS;
    private volatile CostField costField = CostField.QUERY_COST_CHARGED;
    private volatile boolean doubleGzip = true;

    Behaviour() {}

    /** Whether the key's role allows a call; it does at the start. */
    public void permit(Call call, boolean allowed) {
        if (allowed) {
            denied.remove(call);
        } else {
            denied.add(call);
        }
    }

    public Set<Call> denied() {
        return Set.copyOf(denied);
    }

    boolean permits(Call call) {
        return !denied.contains(call);
    }

    /** How far an Advanced key's time-stamp may be off; 5 minutes at the start, which is invented. */
    public void clockTolerance(Duration tolerance) {
        clockTolerance = tolerance;
    }

    public Duration clockTolerance() {
        return clockTolerance;
    }

    /** The tenant's rate limit over all calls; 10 at the start, 0 for none. */
    public void requestsPerSecond(int limit) {
        requestsPerSecond = limit;
    }

    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** How many queries may run at once; 4 at the start. */
    public void parallelQueries(int limit) {
        parallelQueries = limit;
    }

    public int parallelQueries() {
        return parallelQueries;
    }

    /** The Host Insights licence. Without it the vulnerability data sets exist and are empty. */
    public void hostInsights(boolean licensed) {
        hostInsights = licensed;
    }

    public boolean hostInsights() {
        return hostInsights;
    }

    /** Whether {@code get_endpoint} replies {@code total_count}. */
    public void totalCount(boolean present) {
        totalCount = present;
    }

    public boolean totalCount() {
        return totalCount;
    }

    /** Whether {@code get_endpoint} knows the filter field {@code endpoint_id_list}. */
    public void endpointIdFilter(boolean known) {
        endpointIdFilter = known;
    }

    public boolean endpointIdFilter() {
        return endpointIdFilter;
    }

    /** How often a query is PENDING before its result; 1 at the start. Counts for queries started afterwards. */
    public void pendingPolls(int polls) {
        pendingPolls = polls;
    }

    public int pendingPolls() {
        return pendingPolls;
    }

    /** A {@code number_of_results} that may be untrue; empty for the true one. */
    public void numberOfResults(OptionalLong untrue) {
        numberOfResults = untrue.isPresent() ? untrue.getAsLong() : null;
    }

    public OptionalLong numberOfResults() {
        var untrue = numberOfResults;
        return untrue == null ? OptionalLong.empty() : OptionalLong.of(untrue);
    }

    /** How queries end whose results are asked for from now on. */
    public void outcome(Outcome status) {
        outcome = status;
    }

    public Outcome outcome() {
        return outcome;
    }

    public void costField(CostField field) {
        costField = field;
    }

    public CostField costField() {
        return costField;
    }

    /** Whether transport compresses once more what a stream has compressed already; it does at the start, as seen live. */
    public void doubleGzip(boolean twice) {
        doubleGzip = twice;
    }

    public boolean doubleGzip() {
        return doubleGzip;
    }
}
