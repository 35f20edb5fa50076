package io.plumbline.server.connector;

import io.plumbline.connector.api.AssetSink;
import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckListener;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.connector.api.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Asks {@code GET /ping} with its key and reads nothing. */
final class FakeVendorConnector implements Connector {

    private static final CheckDefinition ADDRESS = new CheckDefinition("address", "Address");
    private static final CheckDefinition PING = new CheckDefinition("ping", "Ping");
    private static final CheckDefinition LIMIT = new CheckDefinition("limit", "Limit");

    private final ConnectorContext context;

    FakeVendorConnector(ConnectorContext context) {
        this.context = context;
    }

    @Override
    public List<CheckDefinition> checks() {
        return List.of(ADDRESS, PING, LIMIT);
    }

    @Override
    public void test(TestOptions options, CheckListener listener) throws InterruptedException {
        listener.ended(new CheckResult(ADDRESS, Status.PASSED, Duration.ofMillis(1), "Well-formed.", null, null));
        int status = ping();
        listener.ended(
                status == 200
                        ? new CheckResult(PING, Status.PASSED, Duration.ofMillis(2), "Answers.", null, null)
                        : new CheckResult(
                                PING,
                                Status.FAILED,
                                Duration.ofMillis(2),
                                "Refused.",
                                "Check the key.",
                                "HTTP " + status));
        Status rest = status == 200 ? Status.PASSED : Status.SKIPPED;
        String message = "At most " + options.maxAssets() + ", findings " + options.findingsWanted();
        listener.ended(new CheckResult(LIMIT, rest, Duration.ZERO, message, null, null));
    }

    private int ping() throws InterruptedException {
        URI uri = URI.create(context.settings().get("fqdn") + "/ping");
        Map<String, String> headers = Map.of("Authorization", context.settings().get("apiKey"));
        try (HttpReply reply =
                context.transport().send(new HttpCall("GET", uri, headers, null, Duration.ofSeconds(30)))) {
            return reply.status();
        } catch (TransportException e) {
            throw new ConnectorException(ErrorCode.CONNECTION_FAILED, "No answer.", "Check the network.", null, e);
        }
    }

    @Override
    public void probe(ReadOptions options, ReadMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AssetsRead readAssets(ReadOptions options, AssetSink sink, ReadMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AssetsRead confirmAbsent(
            Collection<String> externalIds, ReadOptions options, AssetSink sink, ReadMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FindingsRead readFindings(ReadOptions options, FindingSink sink, ReadMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
