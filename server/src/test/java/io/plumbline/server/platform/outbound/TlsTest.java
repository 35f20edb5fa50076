package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    void aCertificateThatNobodyVouchesForIsRefusedAndNamed() {
        assertThat(assertTlsFailure(TenantRoute.direct(baseBy("localhost"))))
                .hasMessageEndingWith(
                        "shows a certificate of CN=localhost that vouches for itself and is not among those trusted here");
    }

    @Test
    void whoIssuedACertificateThatIsNotTrustedIsNamed(@TempDir Path folder) throws Exception {
        TestCertificate inspected = TestCertificate.issuedBy("CN=Inspection CA,O=Acme Firewalls", "localhost", folder);
        HttpsServer proxy = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.setHttpsConfigurator(new HttpsConfigurator(inspected.context()));
        proxy.start();
        try {
            URI base = URI.create("https://localhost:" + proxy.getAddress().getPort() + "/");

            assertThat(assertTlsFailure(TenantRoute.direct(base)))
                    .hasMessageContaining("issued by CN=Inspection CA,O=Acme Firewalls, whom nobody vouches for here")
                    .hasMessageContaining("a proxy that inspects TLS may stand in between");
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void aCertificateThatHasExpiredIsToldAsThat(@TempDir Path folder) throws Exception {
        TestCertificate old = TestCertificate.expired("localhost", folder);
        HttpsServer late = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        late.setHttpsConfigurator(new HttpsConfigurator(old.context()));
        late.start();
        try {
            URI base = URI.create("https://localhost:" + late.getAddress().getPort() + "/");

            assertThat(assertTlsFailure(new TenantRoute(base, null, old.pem(), 10)))
                    .hasMessageContaining("has expired");
        } finally {
            late.stop(0);
        }
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

    private TransportException assertTlsFailure(TenantRoute route) {
        return assertFailure(route, Kind.TLS);
    }

    private TransportException assertFailure(TenantRoute route, Kind kind) {
        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> transports.transportFor(route).send(Routes.get(route.base(), "/")));
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        return failure;
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
