package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    private static TestCertificate certificate;
    private static HttpsServer server;
    private final OutboundTransports transports = Routes.toThisMachine();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.forName("localhost", folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @AfterEach
    void close() {
        transports.close();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        assertTlsFailure(TenantRoute.direct(baseBy("localhost")));
    }

    @Test
    void aCertificateOfTheConnectorsOwnCaIsAccepted() throws Exception {
        URI base = baseBy("localhost");
        HttpTransport transport = transports.transportFor(new TenantRoute(base, null, certificate.pem(), 10));
        try (HttpReply reply = transport.send(Routes.get(base, "/"))) {
            assertThat(reply.status()).isEqualTo(204);
        }
    }

    @Test
    void aTrustedCertificateForAnotherNameIsRefused() {
        assertTlsFailure(new TenantRoute(baseBy("127.0.0.1"), null, certificate.pem(), 10));
    }

    @Test
    void oneConnectorsCaIsNotTrustedByAnother() throws Exception {
        URI base = baseBy("localhost");
        HttpTransport trusting = transports.transportFor(new TenantRoute(base, null, certificate.pem(), 10));
        try (HttpReply reply = trusting.send(Routes.get(base, "/"))) {
            reply.body().readAllBytes();
        }
        assertTlsFailure(TenantRoute.direct(base));
    }

    @Test
    void aServerThatHangsUpDuringTheHandshakeIsUnreachable() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUpOnFirstBytes(listener));
            assertFailure(
                    TenantRoute.direct(URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/")),
                    Kind.UNREACHABLE);
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsATlsFailure() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInTheClear(listener));
            assertTlsFailure(TenantRoute.direct(URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/")));
        }
    }

    @Test
    void whatIsNoCertificateIsRefusedWithASentence() {
        URI base = baseBy("localhost");
        assertThatThrownBy(() -> transports.transportFor(new TenantRoute(base, null, "not PEM", 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is no certificate in PEM form.");
        assertThatThrownBy(() -> TrustedCa.systemAnd("")).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertTlsFailure(TenantRoute route) {
        assertFailure(route, Kind.TLS);
    }

    private void assertFailure(TenantRoute route, Kind kind) {
        assertThatThrownBy(() -> transports.transportFor(route).send(Routes.get(route.base(), "/")))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.kind()).as(e.toString()).isEqualTo(kind));
    }

    private static void hangUpOnFirstBytes(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read(new byte[4096]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answerInTheClear(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static URI baseBy(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    }
}
