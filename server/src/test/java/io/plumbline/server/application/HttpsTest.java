package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate and a key the server speaks HTTPS, and nothing older than TLS 1.2. */
class HttpsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static Path folder;
    private static Path certificate;
    private static Path key;
    private static SSLContext trusting;

    @BeforeAll
    static void make(@TempDir Path temporary) throws Exception {
        folder = temporary;
        KeyStore store = keytool(folder.resolve("server.p12"));
        certificate = pem(
                "certificate.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
        key = pem("key.pem", "PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    @Test
    void theSessionsCookieIsSecureAndBrowsersAreToldToStay() throws Exception {
        try (RunningServer server = RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "plumbline.tls-certificate",
                                certificate.toString(),
                                "plumbline.tls-key",
                                key.toString()));
                HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            URI login = URI.create("https://localhost:" + server.base().getPort() + "/login");

            HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                    .contains("max-age=");
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
            assertThatThrownBy(
                            () -> old(login).send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aFileThatHoldsNoneIsNamed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        Throwable failure = catchThrowable(() -> RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "plumbline.tls-certificate",
                                certificate.toString(),
                                "plumbline.tls-key",
                                empty.toString()))
                .close());

        assertThat(StartFailureReporter.sentence(failure))
                .startsWith("PLUMBLINE_TLS_KEY names a file that cannot be used: " + empty);
    }

    private static HttpClient old(URI address) {
        assertThat(address.getScheme()).isEqualTo("https");
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.1"});
        return HttpClient.newBuilder()
                .sslContext(trusting)
                .sslParameters(parameters)
                .build();
    }

    private static Path pem(String name, String label, byte[] content) throws Exception {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
        return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    }

    private static KeyStore keytool(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
