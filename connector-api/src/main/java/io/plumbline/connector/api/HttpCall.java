package io.plumbline.connector.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request. {@link #toString} leaves headers and body out: they carry credentials.
 *
 * @param body null for none; sent as UTF-8
 * @param timeout for connecting, for the reply's head, and for each pause between two of its bytes
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        Duration timeout) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
