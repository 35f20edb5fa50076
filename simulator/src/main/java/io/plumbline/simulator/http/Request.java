package io.plumbline.simulator.http;

import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request, read whole; its body is taken for UTF-8.
 *
 * @param path the path without query, percent-encoding kept
 * @param query what follows the question mark, percent-encoding kept, {@code ""} for nothing
 * @param headers names in lower case; of a repeated header the last value
 */
public record Request(String method, String path, String query, Map<String, String> headers, String body) {

    /** The value of a header, {@code ""} where it is absent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Whether the client reads a reply that is compressed for transport. */
    public boolean acceptsGzip() {
        return header("accept-encoding").toLowerCase(Locale.ROOT).contains("gzip");
    }
}
