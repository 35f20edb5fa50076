package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TransportTest {

    private final OutboundTransports transports = Routes.toThisMachine();
    private final ExecutorService serverThreads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private URI base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        serverThreads.close();
        transports.close();
    }

    @Test
    void aCallArrivesAsItWasWritten() throws Exception {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        server.createContext("/public_api", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            seen.add("type " + exchange.getRequestHeaders().get("Content-Type"));
            seen.add("encoding " + exchange.getRequestHeaders().get("Accept-Encoding"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 201, "gut".getBytes(StandardCharsets.UTF_8));
        });
        HttpCall call = new HttpCall(
                "POST",
                base.resolve("/public_api/v1/x?a=b%20c"),
                Map.of("Content-Type", "application/json", "accept-encoding", "gzip"),
                "{\"n\":\"Zürich\"}",
                Routes.PATIENT);

        try (HttpReply reply = Routes.to(transports, base).send(call)) {
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("x-answered")).contains("yes");
            assertThat(reply.header("x-absent")).isEmpty();
            assertThat(reply.body().readAllBytes()).isEqualTo("gut".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(seen)
                .containsExactly(
                        "POST /public_api/v1/x?a=b%20c",
                        "type [application/json]", "encoding [gzip]", "{\"n\":\"Zürich\"}");
    }

    @Test
    void compressedBytesComeAsTheyWereSent() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, packed.toByteArray());
        });

        try (HttpReply reply = Routes.to(transports, base).send(Routes.get(base, "/"))) {
            assertThat(reply.body().readAllBytes()).isEqualTo(packed.toByteArray());
        }
    }

    @Test
    void aBodyLargerThanEveryBufferComesWhole() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        byte[] large = new byte[3_000_017];
        new Random(seed).nextBytes(large);
        server.createContext("/", exchange -> answer(exchange, 200, large));

        try (HttpReply reply = Routes.to(transports, base).send(Routes.get(base, "/"))) {
            assertThat(reply.body().readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void aReplyThatIsClosedUnreadLeavesTheTransportUsable() throws Exception {
        server.createContext("/", exchange -> answer(exchange, 200, new byte[2_000_000]));
        HttpTransport transport = Routes.to(transports, base);

        transport.send(Routes.get(base, "/")).close();
        try (HttpReply reply = transport.send(Routes.get(base, "/"))) {
            assertThat(reply.body().readAllBytes()).hasSize(2_000_000);
        }
    }

    @Test
    void aRedirectIsHandedOverAndNotFollowed() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/elsewhere", exchange -> answer(exchange, 200, new byte[0]));

        try (HttpReply reply = Routes.to(transports, base).send(Routes.get(base, "/"))) {
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.header("location")).contains("/elsewhere");
        }
    }

    @Test
    void nothingIsRepeatedAlsoWhereTheServerInvitesToIt() throws Exception {
        ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
        server.createContext("/", exchange -> {
            arrivals.add(System.nanoTime());
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, new byte[0]);
        });

        try (HttpReply reply = Routes.to(transports, base).send(Routes.get(base, "/"))) {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).contains("0");
        }
        assertThat(arrivals).hasSize(1);
    }

    @Test
    void connectorsToOneTenantShareItsBudgetAsTheTenantSeesIt() throws Exception {
        ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
        server.createContext("/", exchange -> {
            arrivals.add(System.nanoTime());
            answer(exchange, 200, new byte[0]);
        });
        HttpTransport one = transports.transportFor(new TenantRoute(base, null, null, 15));
        HttpTransport other = transports.transportFor(new TenantRoute(base, null, null, 15));

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                HttpTransport transport = number % 2 == 0 ? one : other;
                calls.add(callers.submit(() -> {
                    try (HttpReply reply = transport.send(Routes.get(base, "/"))) {
                        return reply.status();
                    }
                }));
            }
            for (Future<?> call : calls) {
                assertThat(call.get()).isEqualTo(200);
            }
        }

        assertThat(arrivals).hasSize(40);
        assertThat(RateBudgetTest.busiestSecond(arrivals)).isLessThanOrEqualTo(15);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("X-Answered", "yes");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
