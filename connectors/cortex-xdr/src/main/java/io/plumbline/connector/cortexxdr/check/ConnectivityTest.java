package io.plumbline.connector.cortexxdr.check;

import io.plumbline.connector.api.CheckListener;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.connector.cortexxdr.check.CheckRun.Found;
import io.plumbline.connector.cortexxdr.endpoint.EndpointReader;
import io.plumbline.connector.cortexxdr.protocol.ReplyJson;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.protocol.VendorCall;
import io.plumbline.connector.cortexxdr.protocol.VendorException;
import io.plumbline.connector.cortexxdr.protocol.VendorException.Kind;
import io.plumbline.connector.cortexxdr.vulnerability.HostInsights;
import io.plumbline.connector.cortexxdr.xql.QueryRunner;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes the road of a sync step by step, and says at which one it ends. Used once. */
public final class ConnectivityTest {

    private final URI base;
    private final TenantClient client;
    private final QueryRunner queries;
    private final HostInsights hostInsights;
    private final RefusedKey refusedKey;
    private long cves;
    private @Nullable ConnectorException notCounted;

    public ConnectivityTest(
            URI base, TenantClient client, QueryRunner queries, HostInsights hostInsights, RefusedKey refusedKey) {
        this.refusedKey = refusedKey;
        this.base = base;
        this.client = client;
        this.queries = queries;
        this.hostInsights = hostInsights;
    }

    public void run(TestOptions options, CheckListener listener) throws InterruptedException {
        VendorException greeting = greet();
        CheckRun run = new CheckRun(listener);
        run.check(Checks.ADDRESS, () -> failing(greeting, Kind.FORBIDDEN, base + " is allowed."));
        run.check(Checks.NAME, () -> failing(greeting, Kind.UNRESOLVED, base.getHost() + " has an address."));
        run.check(Checks.REACHABLE, () -> reachable(greeting));
        run.check(Checks.AUTHENTICATION, () -> authenticated(greeting));
        run.check(Checks.ENDPOINTS, () -> endpoints(options.maxAssets()));
        if (options.findingsWanted()) {
            run.check(Checks.XQL, this::xql);
            run.check(Checks.VULNERABILITIES, this::vulnerabilities);
        } else {
            run.skip(Checks.XQL, "Skipped, because this connector ingests assets only.");
            run.skip(Checks.VULNERABILITIES, "Skipped, because this connector ingests assets only.");
        }
    }

    /** One call answers the first four checks. What a healthy tenant says differs, so only that it says something counts. */
    private @Nullable VendorException greet() throws InterruptedException {
        try {
            client.call(VendorCall.HEALTH_CHECK, null, ReplyJson::bare);
            return null;
        } catch (VendorException failure) {
            return failure;
        }
    }

    private static Found failing(@Nullable VendorException greeting, Kind kind, String otherwise) {
        if (greeting != null && greeting.kind() == kind) {
            throw greeting;
        }
        return Found.of(otherwise);
    }

    /** Any answer of the vendor's will do, an error too; a web page or a 404 is somebody else's. */
    private Found reachable(@Nullable VendorException greeting) {
        if (greeting != null
                && (greeting.kind() == Kind.NO_REPLY
                        || greeting.kind() == Kind.UNREADABLE
                        || greeting.code() == ErrorCode.CONNECTION_FAILED)) {
            throw greeting;
        }
        return Found.of(base + " answers.");
    }

    /** An old tenant may have no health check; then the next call shows whether the key is accepted. */
    private Found authenticated(@Nullable VendorException greeting) throws InterruptedException {
        if (greeting != null && greeting.code() == ErrorCode.AUTHENTICATION_FAILED) {
            throw refusedKey.explained(greeting);
        }
        if (greeting != null) {
            try {
                new EndpointReader(client).count();
            } catch (VendorException failure) {
                if (failure.code() == ErrorCode.AUTHENTICATION_FAILED) {
                    throw refusedKey.explained(failure);
                }
            }
        }
        return Found.of("The tenant accepts the API key.");
    }

    private Found endpoints(int limit) throws InterruptedException {
        OptionalLong total = new EndpointReader(client).count();
        if (total.isEmpty()) {
            return Found.of("Endpoints can be read; the tenant does not say how many there are.");
        }
        String message = "The tenant has " + total.getAsLong() + " endpoints";
        return total.getAsLong() <= limit
                ? Found.of(message + ".")
                : new Found(
                        message + ", more than Maximum endpoints (" + limit + "): a sync will fail.",
                        "Raise Maximum endpoints (maxEndpoints) in the data pulling configuration.");
    }

    /** The quota is asked for by a call of its own, which tells nothing of whether the key may query. */
    private Found xql() throws InterruptedException {
        Found quota = quota();
        try {
            cves = queries.count("va_cves");
        } catch (ConnectorException failure) {
            if (failure.code() != ErrorCode.QUERY_FAILED && failure.code() != ErrorCode.LICENSE_MISSING) {
                throw failure;
            }
            notCounted = failure; // XQL works; it is these data that are not there
        }
        return quota;
    }

    private Found quota() throws InterruptedException {
        QueryQuota quota = QueryQuota.of(client.ask(VendorCall.QUOTA, ReplyJson::object));
        if (quota.usedUp()) {
            throw new ConnectorException(
                    ErrorCode.QUERY_QUOTA_EXCEEDED,
                    "The tenant's XQL quota is used up: " + quota.sentence() + ".",
                    "It is reset at 00:00 UTC: schedule the sync shortly after, or have the quota raised.",
                    null,
                    null);
        }
        return Found.of("XQL can be used; " + quota.sentence() + ".");
    }

    private Found vulnerabilities() throws InterruptedException {
        if (notCounted != null) {
            throw notCounted;
        }
        if (cves > 0) {
            return Found.of("The tenant knows " + cves + " CVEs.");
        }
        List<String> unanswered = new ArrayList<>();
        if (hostInsights.runs(unanswered::add)) {
            return Found.of("Host Insights is in force and lists no CVE at present.");
        }
        throw new ConnectorException(
                ErrorCode.LICENSE_MISSING,
                "The tenant lists no vulnerabilities, and nothing shows that it looks for any.",
                "Get the Host Insights add-on and enable it in the agents' settings profile; first data takes up to a week."
                        + " Assets sync without it.",
                unanswered.isEmpty() ? null : String.join("\n", unanswered),
                null);
    }
}
