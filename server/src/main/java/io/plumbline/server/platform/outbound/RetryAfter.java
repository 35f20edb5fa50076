package io.plumbline.server.platform.outbound;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a call by itself: whatever its settings, it repeats one that a server answers with 503 and
 * {@code Retry-After: 0}, past the rate budget. So it does not get to see that header.
 */
final class RetryAfter implements Interceptor {

    private static final String NAME = "Retry-After";
    private static final String HIDDEN = "X-Plumbline-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header(NAME);
        if (value == null) {
            return response;
        }
        return response.newBuilder().removeHeader(NAME).header(HIDDEN, value).build();
    }

    static Optional<String> find(Response response, String name) {
        String value = response.header(name.equalsIgnoreCase(NAME) ? HIDDEN : name);
        return Optional.ofNullable(value);
    }
}
