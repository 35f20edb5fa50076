package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private static final Request REQUEST =
            new Request.Builder().url("http://127.0.0.1/").build();

    private final Call call = new OkHttpClient().newCall(REQUEST);
    private final Handover handover = new Handover(call);
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void whoWaitsGetsTheReplyOpen() throws Exception {
        Response reply = reply();
        handover.onResponse(call, reply);

        assertThat(handover.await(Duration.ofSeconds(5))).isSameAs(reply);
        assertThat(closed).isFalse();
        assertThat(call.isCanceled()).isFalse();
    }

    @Test
    void aReplyThatComesTooLateIsClosed() {
        assertThatThrownBy(() -> handover.await(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);

        handover.onResponse(call, reply());

        assertThat(closed).isTrue();
        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void aReplyThatComesJustAsItsCallerGivesUpIsClosed() {
        handover.onResponse(call, reply());

        handover.giveUp();

        assertThat(closed).isTrue();
    }

    private Response reply() {
        BufferedSource source = Okio.buffer(new ForwardingSource(new Buffer().writeUtf8("{}")) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        return new Response.Builder()
                .request(REQUEST)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(source, MediaType.get("application/json"), 2))
                .build();
    }
}
