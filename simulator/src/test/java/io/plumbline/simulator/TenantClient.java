package io.plumbline.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks plain HTTP to a tenant with its Standard key; knows nothing of the vendor but paths and headers. */
final class TenantClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI tenant;
    private final TenantOptions options;

    TenantClient(URI tenant, TenantOptions options) {
        this.tenant = tenant;
        this.options = options;
    }

    Reply post(Call call, String body) {
        return send(post(call.path(), body, options.standardKey(), options.standardKeyId()));
    }

    /** As {@link #post} with the {@code request_data} alone. */
    Reply ask(Call call, String requestData) {
        return post(call, "{\"request_data\":" + requestData + "}");
    }

    HttpRequest.Builder post(String path, String body, String authorization, String id) {
        return request(path)
                .header("Authorization", authorization)
                .header("x-xdr-auth-id", id)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** A call of the console, which wants no key; {@code ""} for no body. */
    Reply console(String method, String target, String body) {
        return send(request(target).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(tenant + path)).timeout(Duration.ofSeconds(30));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var headers = response.headers();
            return new Reply(
                    response.statusCode(),
                    headers.firstValue("Content-Type").orElse(""),
                    headers.firstValue("Content-Encoding").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
