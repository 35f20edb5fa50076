package io.plumbline.connector.cortexxdr.protocol;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** Sends calls to one tenant and retries what passes by itself. Safe for many threads. */
public final class TenantClient {

    /** Enough for every error the vendor sends; the rest of a page of HTML tells nothing. */
    private static final int REFUSAL_BYTES = 16 * 1024;

    private final URI base;
    private final Authentication authentication;
    private final HttpTransport transport;
    private final Failures failures;
    private final Redactor redactor;
    private final Retries retries;
    private final Pause pause;

    /** @param base scheme, host and port of the tenant's API */
    public TenantClient(URI base, ApiKey key, HttpTransport transport, Clock clock, Retries retries, Pause pause) {
        this.base = base;
        this.authentication = new Authentication(key, clock);
        this.transport = transport;
        this.redactor = new Redactor(key.secret());
        this.failures = new Failures(base, redactor);
        this.retries = retries;
        this.pause = pause;
    }

    /** Turns what the vendor writes into text that may be shown. */
    public Redactor redactor() {
        return redactor;
    }

    /** Waits as this client does between attempts. */
    public void pause(Duration length) throws InterruptedException {
        pause.of(length);
    }

    /**
     * Sends a call and reads its reply. A query that cannot start beside so many others is not tried again here: who starts it
     * knows how long to wait for the others.
     *
     * @param body JSON; null for none
     * @throws VendorException when it did not succeed, the retries included
     */
    public <T> T call(VendorCall call, @Nullable String body, ReplyReader<T> reader) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call, body, reader);
            } catch (VendorException failure) {
                boolean othersToWaitFor = call == VendorCall.START_QUERY && failure.isOverParallelQueries();
                if (!failure.retryable() || othersToWaitFor || attempt > retries.retries()) {
                    throw failure;
                }
                pause.of(retries.before(attempt));
            }
        }
    }

    /** Asks a question that has no parameters. */
    public <T> T ask(VendorCall call, ReplyReader<T> reader) throws InterruptedException {
        return call(call, "{\"request_data\":{}}", reader);
    }

    private <T> T once(VendorCall call, @Nullable String body, ReplyReader<T> reader) throws InterruptedException {
        try (HttpReply reply = transport.send(request(call, body))) {
            if (reply.status() / 100 != 2) {
                throw refusal(call, reply);
            }
            return read(call, reply, reader);
        } catch (TransportException noReply) {
            throw failures.noReply(call, noReply);
        }
    }

    private HttpCall request(VendorCall call, @Nullable String body) {
        Map<String, String> headers = new HashMap<>(authentication.headers());
        headers.put("Accept", "application/json");
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (call == VendorCall.QUERY_STREAM) {
            headers.put("Accept-Encoding", "gzip");
        }
        return new HttpCall(call.method(), base.resolve(call.path()), headers, body, call.timeout());
    }

    private <T> T read(VendorCall call, HttpReply reply, ReplyReader<T> reader) throws InterruptedException {
        ReplyBody body = null;
        try {
            body = ReplyBody.open(new TimedBody(reply.body(), call.longestBody(), System::nanoTime), call.bodyLimit());
            try (JsonParser parser = Json.MAPPER.createParser(body)) {
                return reader.read(parser);
            }
        } catch (JacksonIOException wrapped) {
            throw unreadable(call, reply, body, wrapped.getCause());
        } catch (IOException failure) {
            throw unreadable(call, reply, body, failure);
        } catch (JacksonException syntax) {
            throw failures.syntax(call, reply, beginning(body), syntax, isCutAt(body, syntax.getLocation()));
        }
    }

    private VendorException unreadable(
            VendorCall call, HttpReply reply, @Nullable ReplyBody body, @Nullable Throwable cause)
            throws InterruptedException {
        if (cause instanceof InterruptedIOException interrupted) {
            throw stopped(interrupted);
        }
        return failures.unreadable(call, reply, beginning(body), cause);
    }

    private VendorException refusal(VendorCall call, HttpReply reply) throws InterruptedException {
        try {
            TimedBody body = new TimedBody(reply.body(), call.longestBody(), System::nanoTime);
            byte[] bytes = ReplyBody.open(body, REFUSAL_BYTES).readNBytes(REFUSAL_BYTES);
            return failures.refusal(call, reply, new String(bytes, StandardCharsets.UTF_8));
        } catch (InterruptedIOException interrupted) {
            throw stopped(interrupted);
        } catch (IOException unread) {
            // The status says enough.
            return failures.refusal(call, reply, "");
        }
    }

    private static InterruptedException stopped(IOException cause) {
        InterruptedException stopped = new InterruptedException("stopped while a reply was on its way");
        stopped.initCause(cause);
        return stopped;
    }

    private static boolean isCutAt(@Nullable ReplyBody body, @Nullable TokenStreamLocation place) {
        return body != null && place != null && body.isCutAt(place.getByteOffset());
    }

    private static String beginning(@Nullable ReplyBody body) {
        return body == null ? "" : body.beginning();
    }
}
