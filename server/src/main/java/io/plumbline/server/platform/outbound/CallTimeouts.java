package io.plumbline.server.platform.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Gives each call its own time-outs: for connecting, and for each pause on the connection. */
final class CallTimeouts implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Duration timeout = chain.request().tag(Duration.class);
        if (timeout == null) {
            throw new IllegalStateException("a call without a time-out");
        }
        int millis = Math.toIntExact(timeout.toMillis());
        return chain.withConnectTimeout(millis, TimeUnit.MILLISECONDS)
                .withReadTimeout(millis, TimeUnit.MILLISECONDS)
                .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }
}
