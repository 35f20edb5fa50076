package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** One tenant over one route. */
final class OkHttpTransport implements HttpTransport {

    private final OkHttpClient client;
    private final HttpUrl base;
    private final RateBudget budget;
    private final int requestsPerSecond;
    private final TransportFailures failures;

    OkHttpTransport(OkHttpClient client, HttpUrl base, RateBudget budget, int requestsPerSecond) {
        this.client = client;
        this.base = base;
        this.budget = budget;
        this.requestsPerSecond = requestsPerSecond;
        this.failures = new TransportFailures(base.host() + ":" + base.port());
    }

    @Override
    public HttpReply send(HttpCall call) throws TransportException, InterruptedException {
        HttpUrl url = urlOf(call);
        Requests.check(call.headers());
        RateBudget.Slot slot = budget.take(requestsPerSecond);
        try {
            return exchange(call, client.newCall(Requests.of(call, url, slot)));
        } finally {
            slot.answered();
        }
    }

    /** What counts is the address as OkHttp will read it, not as another parser might. */
    private HttpUrl urlOf(HttpCall call) throws TransportException {
        HttpUrl url = HttpUrl.get(call.uri());
        if (url == null
                || !url.scheme().equals(base.scheme())
                || !url.host().equals(base.host())
                || url.port() != base.port()
                || !url.encodedUsername().isEmpty()) {
            throw failures.forbidden("a connector may call its own tenant " + base.host() + " only");
        }
        return url;
    }

    private HttpReply exchange(HttpCall call, Call exchange) throws TransportException, InterruptedException {
        Handover handover = new Handover(exchange);
        exchange.enqueue(handover);
        try {
            // OkHttp bounds connecting and each pause; this bounds a head that comes drop by drop.
            Response response = handover.await(call.timeout().multipliedBy(2));
            return StreamedReply.start(exchange, response, failures, call.timeout());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failures.beforeHead(failure, call.timeout());
            }
            throw new IllegalStateException("a call ended in an unforeseen way", failed.getCause());
        } catch (TimeoutException late) {
            throw failures.timedOut(call.timeout(), late);
        }
    }
}
