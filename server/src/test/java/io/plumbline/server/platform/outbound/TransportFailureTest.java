package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransportFailureTest {

    private static final Duration IMPATIENT = Duration.ofMillis(300);

    private final OutboundTransports transports = Routes.toThisMachine();
    private final CountDownLatch testEnded = new CountDownLatch(1);

    @AfterEach
    void close() {
        testEnded.countDown();
        transports.close();
    }

    @Test
    void aNameWithoutAnAddressIsUnresolved() {
        Dns nobody = dns(name -> {
            throw new UnknownHostException(name + ": Name or service not known");
        });
        URI base = URI.create("https://api-tenant.xdr.eu.paloaltonetworks.com/");
        try (OutboundTransports vendor = new OutboundTransports(Routes.rules(), nobody)) {
            assertFailure(vendor, base, Kind.UNRESOLVED)
                    .hasMessage("no address is known for api-tenant.xdr.eu.paloaltonetworks.com");
        }
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() throws IOException {
        URI base;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            base = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        assertFailure(transports, base, Kind.UNREACHABLE).hasMessageContaining("127.0.0.1:" + base.getPort());
    }

    @Test
    void aServerThatHangsUpBeforeTheHeadIsUnreachable() throws IOException {
        try (RawServer server = RawServer.start(socket -> {})) {
            assertFailure(transports, server.base(), Kind.UNREACHABLE);
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleOfTheHeadIsUnreachable() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Le")) {
            assertFailure(transports, server.base(), Kind.UNREACHABLE);
        }
    }

    @Test
    void aServerThatNeverAnswersIsTimedOut() throws IOException {
        try (RawServer server = RawServer.start(socket -> Routes.awaitQuietly(testEnded))) {
            assertThatThrownBy(
                            () -> Routes.to(transports, server.base()).send(Routes.get(server.base(), "/", IMPATIENT)))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT))
                    .hasMessageContaining("300 ms");
        }
    }

    @Test
    void aHeadThatComesDropByDropIsTimedOut() throws IOException {
        try (RawServer server = RawServer.start(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
            while (!awaitFor(50)) {
                socket.getOutputStream().write('x');
            }
        })) {
            assertThatThrownBy(
                            () -> Routes.to(transports, server.base()).send(Routes.get(server.base(), "/", IMPATIENT)))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nonly this"
            })
    void aBodyThatEndsEarlyGivesWhatCameAndThenBreaksOff(String answer) throws Exception {
        try (RawServer server = RawServer.saying(answer);
                HttpReply reply = Routes.to(transports, server.base()).send(Routes.get(server.base(), "/"))) {
            InputStream body = reply.body();
            assertThat(new String(body.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("only this");
            assertThatThrownBy(body::read)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN_OFF));
        }
    }

    @Test
    void aPauseInTheBodyLongerThanTheTimeOutIsTimedOut() throws Exception {
        try (RawServer server = RawServer.start(socket -> {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nonly".getBytes(StandardCharsets.UTF_8));
                    Routes.awaitQuietly(testEnded);
                });
                HttpReply reply =
                        Routes.to(transports, server.base()).send(Routes.get(server.base(), "/", IMPATIENT))) {
            assertThatThrownBy(() -> reply.body().readAllBytes())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
        }
    }

    @Test
    void anInterruptedCallerLeavesAHangingCallAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = RawServer.start(socket -> {
            asked.countDown();
            Routes.awaitQuietly(testEnded);
        })) {
            Outcome outcome =
                    Outcome.of(() -> Routes.to(transports, server.base()).send(Routes.get(server.base(), "/")));
            asked.await();
            outcome.interrupt();

            assertThat(outcome.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anInterruptedReaderLeavesAHangingBodyAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = RawServer.start(socket -> {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nonly".getBytes(StandardCharsets.UTF_8));
            Routes.awaitQuietly(testEnded);
        })) {
            Outcome outcome = Outcome.of(() -> {
                try (HttpReply reply = Routes.to(transports, server.base()).send(Routes.get(server.base(), "/"))) {
                    reply.body().readNBytes(4);
                    asked.countDown();
                    return reply.body().read();
                }
            });
            asked.await();
            outcome.interrupt();

            assertThat(outcome.failure()).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void aVendorsNameThatLeadsToThisMachineIsForbiddenAndNothingIsSent() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OutboundTransports vendor = new OutboundTransports(
                        Routes.rules(), dns(name -> List.of(InetAddress.getLoopbackAddress())))) {
            assertThat(listener.isBound()).isTrue();
            assertFailure(vendor, URI.create("https://api-t.xdr.us.paloaltonetworks.com/"), Kind.FORBIDDEN)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void anAllowedHostThatLeadsToAMetadataServiceIsForbidden() {
        try (OutboundTransports lab = new OutboundTransports(
                Routes.rules("tenant.lab.example", "169.254.169.254"),
                dns(name -> List.of(InetAddress.ofLiteral("169.254.169.254"))))) {
            assertFailure(lab, URI.create("http://tenant.lab.example/"), Kind.FORBIDDEN);
            assertFailure(lab, URI.create("http://169.254.169.254/"), Kind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tenant.example/",
                "https://api-t.paloaltonetworks.com:8443/",
                "http://api-t.paloaltonetworks.com/",
                "https://evilpaloaltonetworks.com/",
                "https://paloaltonetworks.com.evil.example/",
                "http://127.0.0.1:1/",
                "http://2130706433/",
                "http://[::1]/"
            })
    void aHostThatNobodyAllowedIsForbidden(String base) {
        Dns unasked = dns(name -> {
            throw new AssertionError("no name is resolved for a host that is not allowed");
        });
        try (OutboundTransports strict = new OutboundTransports(Routes.rules(), unasked)) {
            assertFailure(strict, URI.create(base), Kind.FORBIDDEN).hasMessageContaining("PLUMBLINE_ALLOWED_HOSTS");
        }
    }

    @Test
    void aCallPastTheRoutesTenantIsForbidden() {
        URI base = URI.create("http://127.0.0.1:1/");
        assertThatThrownBy(() -> Routes.to(transports, base).send(Routes.get(URI.create("http://localhost:1/"), "/")))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schl\u00fcssel", "key\r\nX-Evil: yes", "key\n", "nul\u0000"})
    void aHeaderThatHttpDoesNotAllowIsRefusedWithoutRepeatingItsValue(String value) {
        URI base = URI.create("http://127.0.0.1:1/");
        HttpCall call = new HttpCall("POST", base, Map.of("Authorization", value), "{}", IMPATIENT);
        assertThatThrownBy(() -> Routes.to(transports, base).send(call))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining(value);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFailure(
            OutboundTransports transports, URI base, Kind kind) {
        return assertThatThrownBy(() -> Routes.to(transports, base).send(Routes.get(base, "/")))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.kind()).as(e.toString()).isEqualTo(kind));
    }

    private boolean awaitFor(long millis) {
        try {
            return testEnded.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private interface Names {
        List<InetAddress> of(String name) throws UnknownHostException;
    }

    private static Dns dns(Names names) {
        return new Dns() {
            @Override
            public List<InetAddress> lookup(String name) throws UnknownHostException {
                return names.of(name);
            }
        };
    }

    /** What became of work on a platform thread, which unlike a virtual one cannot be woken from a socket. */
    private record Outcome(Thread thread, CompletableFuture<Object> result) {

        static Outcome of(java.util.concurrent.Callable<?> work) {
            CompletableFuture<Object> result = new CompletableFuture<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    result.complete(Arrays.asList(work.call()));
                } catch (Exception failure) {
                    result.completeExceptionally(failure);
                }
            });
            return new Outcome(thread, result);
        }

        void interrupt() {
            thread.interrupt();
        }

        Throwable failure() {
            return result.handle((value, failure) -> failure).join();
        }
    }
}
