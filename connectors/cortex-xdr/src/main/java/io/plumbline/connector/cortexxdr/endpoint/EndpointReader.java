package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.AssetSink;
import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.protocol.VendorException;
import io.plumbline.connector.cortexxdr.value.Oddities;
import io.plumbline.connector.cortexxdr.value.RowTally;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;

/** Reads a tenant's endpoints whole. Used by one thread; asks in four. */
public final class EndpointReader {

    private final Oddities oddities;
    private final EndpointCalls calls;
    private boolean readTwice;

    public EndpointReader(TenantClient client) {
        this.oddities = new Oddities(client.redactor());
        this.calls = new EndpointCalls(client, new EndpointMapping(oddities));
    }

    /** How many endpoints the tenant counts, as far as it says; proves that the key may read them. */
    public OptionalLong count() throws InterruptedException {
        return calls.window(0).total();
    }

    /** @throws ConnectorException {@link ErrorCode#ENDPOINT_LIMIT_EXCEEDED} as soon as there are more than {@code limit} */
    public AssetsRead readAll(int limit, AssetSink sink, ReadMonitor monitor) throws InterruptedException {
        RowTally tally = new RowTally();
        OptionalLong total = OptionalLong.empty();
        long distinct = 0;
        try (WindowSequence windows = new WindowSequence(calls)) {
            for (EndpointWindow window = windows.next(); window != null; window = windows.next()) {
                total = window.total().isPresent() ? window.total() : total;
                List<EndpointWindow.Row> fresh = windows.fresh();
                distinct += fresh.size();
                checkLimit(total, distinct, limit);
                total.ifPresent(monitor::expect);
                fresh.forEach(row -> tally.row(row.dropped()));
                push(window, sink);
                monitor.progress(fresh.size());
            }
        }
        monitor.expect(distinct);
        oddities.report(monitor);
        tally.check();
        return new AssetsRead(total, tally.droppedRows());
    }

    /**
     * Asks for endpoints by id; a tenant that refuses the filter, or answers it with others, is read a second time in whole, once.
     *
     * @param ids 100 at most
     */
    public AssetsRead readAgain(Collection<String> ids, int limit, AssetSink sink, ReadMonitor monitor)
            throws InterruptedException {
        if (readTwice) {
            return new AssetsRead(OptionalLong.empty(), 0); // the second read has pushed whatever there is
        }
        try {
            EndpointWindow found = calls.byId(ids);
            if (new HashSet<>(ids).containsAll(found.ids())) {
                push(found, sink);
                return new AssetsRead(
                        OptionalLong.empty(),
                        found.rows().stream()
                                .filter(EndpointWindow.Row::dropped)
                                .count());
            }
        } catch (VendorException refused) {
            if (refused.status() != 400 && refused.status() != 500) {
                throw refused;
            }
        }
        monitor.info("The tenant cannot be asked for single endpoints; all are read a second time.");
        AssetsRead second = readAll(limit, sink, monitor);
        readTwice = true;
        return second;
    }

    private static void push(EndpointWindow window, AssetSink sink) throws InterruptedException {
        for (EndpointWindow.Row row : window.rows()) {
            if (row.asset() != null) {
                sink.asset(row.asset());
            }
        }
    }

    private static void checkLimit(OptionalLong total, long distinct, int limit) {
        if (Math.max(total.orElse(0), distinct) > limit) {
            String count = total.orElse(0) > limit ? Long.toString(total.getAsLong()) : "at least " + distinct;
            throw new ConnectorException(
                    ErrorCode.ENDPOINT_LIMIT_EXCEEDED,
                    "The tenant has " + count + " endpoints, and Maximum endpoints (maxEndpoints) of this connector is "
                            + limit + ".",
                    "Raise Maximum endpoints in the connector's data pulling configuration.",
                    null,
                    null);
        }
    }
}
