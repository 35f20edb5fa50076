package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JDK's client, with none of what the server's transport adds. Remembers what it was asked to send. */
final class PlainTransport implements HttpTransport {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Duration timeout;
    private final List<HttpCall> sent = Collections.synchronizedList(new ArrayList<>());

    /** @param timeout in place of the call's own, which no test waits for */
    PlainTransport(Duration timeout) {
        this.timeout = timeout;
    }

    void timeout(Duration newTimeout) {
        timeout = newTimeout;
    }

    /** The bodies of the requests to one path, in their order. */
    List<JsonNode> bodies(String path) {
        return List.copyOf(sent).stream()
                .filter(call -> call.uri().getPath().equals(path))
                .map(call -> JSON.readTree(call.body()))
                .toList();
    }

    /** The values of all headers of all requests. */
    List<String> headers() {
        return List.copyOf(sent).stream()
                .flatMap(call -> call.headers().values().stream())
                .toList();
    }

    @Override
    public HttpReply send(HttpCall call) throws TransportException, InterruptedException {
        sent.add(call);
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(timeout);
        call.headers().forEach(request::header);
        String body = call.body();
        request.method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException late) {
            throw new TransportException(Kind.TIMED_OUT, "no answer within " + timeout, late);
        } catch (IOException failure) {
            throw new TransportException(Kind.UNREACHABLE, "no whole answer", failure);
        }
    }

    private record Reply(HttpResponse<InputStream> response) implements HttpReply {

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        @Override
        public InputStream body() {
            return new FilterInputStream(response.body()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    try {
                        return super.read(into, from, length);
                    } catch (IOException failure) {
                        throw new TransportException(Kind.BROKEN_OFF, "the body broke off", failure);
                    }
                }
            };
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException alreadyGone) {
                throw new IllegalStateException(alreadyGone);
            }
        }
    }
}
