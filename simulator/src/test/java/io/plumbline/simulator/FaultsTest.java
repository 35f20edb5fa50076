package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends TenantTest {

    private static final Fault TEAPOT = new Fault.Status(418, "text/plain", "short and stout");
    private static final String HEALTHY = "{\"status\":\"available\"}";

    @Test
    void aStatusReplacesTheWholeAnswer() {
        console.faults().once(Call.HEALTHCHECK, TEAPOT);

        var reply = healthcheck();

        assertThat(reply.status()).isEqualTo(418);
        assertThat(reply.contentType()).isEqualTo("text/plain");
        assertThat(reply.text()).isEqualTo("short and stout");
        assertThat(healthcheck().text()).isEqualTo(HEALTHY);
    }

    @Test
    void aFaultSpoilsItsOwnCallAlone() {
        console.faults().once(Call.GET_QUOTA, TEAPOT);

        assertThat(healthcheck().status()).isEqualTo(200);
        assertThat(console.faults().waiting()).isEqualTo(1);
        assertThat(client.ask(Call.GET_QUOTA, "{}").status()).isEqualTo(418);
        assertThat(console.faults().waiting()).isZero();
    }

    @Test
    void aFaultLastsUntilItIsCleared() {
        console.faults().always(Call.HEALTHCHECK, TEAPOT);

        assertThat(statuses(5)).containsOnly(418);
        console.faults().clear();
        assertThat(statuses(1)).containsOnly(200);
    }

    @Test
    void aFaultMayLetRequestsThroughBefore() {
        console.faults().add(Call.HEALTHCHECK, TEAPOT, 2, 3);

        assertThat(statuses(6)).containsExactly(200, 200, 200, 418, 418, 200);
    }

    @Test
    void faultsOfOneCallComeInTheirOrder() {
        console.faults().once(Call.HEALTHCHECK, TEAPOT);
        console.faults().once(Call.HEALTHCHECK, new Fault.Html(502));

        assertThat(statuses(3)).containsExactly(418, 502, 200);
    }

    @Test
    void aDelayedAnswerIsTheRightOneLate() {
        console.faults().once(Call.HEALTHCHECK, new Fault.Delay(Duration.ofMillis(150)));

        long started = System.nanoTime();
        assertThat(healthcheck().text()).isEqualTo(HEALTHY);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aDrippingAnswerIsTheRightOneByteByByte() {
        console.faults().once(Call.HEALTHCHECK, new Fault.Drip(Duration.ofMillis(5)));

        long started = System.nanoTime();
        assertThat(healthcheck().text()).isEqualTo(HEALTHY);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThanOrEqualTo(Duration.ofMillis(5L * HEALTHY.length()));
    }

    @Test
    void aBodyUnderALengthIsCutAfterSoManyBytes() throws IOException {
        console.faults().once(Call.HEALTHCHECK, new Fault.Truncate(10, false));

        var answer = raw();

        assertThat(answer).contains("Content-Length: " + HEALTHY.length() + "\r\n");
        assertThat(answer).endsWith("\r\n\r\n" + HEALTHY.substring(0, 10));
    }

    @Test
    void aBodyInChunksEndsWithoutTheLastOne() throws IOException {
        console.faults().once(Call.HEALTHCHECK, new Fault.Truncate(10, true));

        assertThat(raw())
                .contains("Transfer-Encoding: chunked\r\n")
                .endsWith("\r\n\r\na\r\n" + HEALTHY.substring(0, 10) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientNoticesACutEvenPastTheBodysEnd(boolean chunked) {
        console.faults().once(Call.HEALTHCHECK, new Fault.Truncate(1_000, chunked));

        assertThatThrownBy(this::healthcheck).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aCutGzipIsFramedAsComplete() {
        console.faults().once(Call.HEALTHCHECK, new Fault.CutGzip());

        var reply = healthcheck();

        assertThat(reply.contentEncoding()).isEqualTo("gzip");
        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(reply.bytes())).readAllBytes())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aCutLastLineLeavesTheLinesBefore() {
        console.behaviour().pendingPolls(0);
        var result = queries.result("dataset = va_cves | arrayexpand affected_hosts | fields name, affected_hosts");
        var stream = "{\"stream_id\":\"" + result.at("/results/stream_id").asString() + "\"}";
        var whole = client.ask(Call.GET_QUERY_RESULTS_STREAM, stream).text();
        console.faults().once(Call.GET_QUERY_RESULTS_STREAM, new Fault.CutLastLine());

        var cut = client.ask(Call.GET_QUERY_RESULTS_STREAM, stream).text();

        assertThat(whole).startsWith(cut);
        assertThat(cut)
                .hasLineCount((int) whole.lines().count())
                .doesNotEndWith("}")
                .doesNotEndWith("\n");
    }

    @Test
    void garbageSaysThatItIsJson() {
        console.faults().once(Call.HEALTHCHECK, new Fault.Garbage());

        var reply = healthcheck();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThatThrownBy(reply::json).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aProxysPageIsHtml() {
        console.faults().once(Call.HEALTHCHECK, new Fault.Html(503));

        var reply = healthcheck();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.contentType()).isEqualTo("text/html");
        assertThat(reply.text()).startsWith("<html>");
    }

    @Test
    void aResetConnectionHasNoAnswer() {
        console.faults().once(Call.HEALTHCHECK, new Fault.Reset());

        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class);
    }

    @Test
    void anErrorEnvelopeMayComeWithStatus200() {
        console.faults().once(Call.GET_ENDPOINTS, new Fault.ErrorEnvelopeIn200(500));

        var reply = client.ask(Call.GET_ENDPOINTS, "{}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.reply().path("err_code").asInt()).isEqualTo(500);
    }

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> healthcheck().status())
                .toList();
    }

    private Reply healthcheck() {
        return client.send(client.request(Call.HEALTHCHECK.path())
                .header("Authorization", options.standardKey())
                .header("x-xdr-auth-id", options.standardKeyId())
                .GET());
    }

    /** Everything that comes back over the wire until the connection ends. */
    private String raw() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), tenant.url().getPort())) {
            socket.setSoTimeout(10_000);
            var request = "GET %s HTTP/1.1\r\nHost: tenant\r\nAuthorization: %s\r\nx-xdr-auth-id: %s\r\n\r\n"
                    .formatted(Call.HEALTHCHECK.path(), options.standardKey(), options.standardKeyId());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
