package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Makes requests that go out exactly as the caller wrote them. */
final class Requests {

    private Requests() {}

    /** @throws IllegalArgumentException when the call is malformed; the message holds no header's value */
    static Request of(HttpCall call, HttpUrl url, RateBudget.Slot slot) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .method(call.method(), bodyOf(call))
                .tag(Duration.class, call.timeout())
                .tag(RateBudget.Slot.class, slot)
                .header("User-Agent", "Plumbline")
                .header("Accept-Encoding", "identity"); // else OkHttp asks for gzip and unpacks it unasked
        call.headers().forEach(request::header);
        return request.build();
    }

    /** Checked here because OkHttp's own check repeats the value, which may be a key. */
    static void check(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IllegalArgumentException("not a header's name");
            }
            if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
                throw new IllegalArgumentException(
                        "the value of header " + name + " holds a character that HTTP does not allow");
            }
        });
    }

    private static @Nullable RequestBody bodyOf(HttpCall call) {
        String body = call.body();
        return switch (call.method().toUpperCase(Locale.ROOT)) {
            case "POST", "PUT", "PATCH" -> new Body(body == null ? new byte[0] : utf8(body));
            default -> body == null ? null : new Body(utf8(body));
        };
    }

    private static byte[] utf8(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Has no media type of its own, so the caller's Content-Type stands, and is never sent a second time. */
    private static final class Body extends RequestBody {

        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
