package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import io.plumbline.server.platform.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProxyTest {

    private static final URI VENDOR = URI.create("https://api-tenant.xdr.eu.paloaltonetworks.com/");

    @Test
    void aVendorsCallGoesThroughTheAllowedProxyWithItsLogin() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OutboundTransports transports = new OutboundTransports(proxies("127.0.0.1"))) {
            CompletableFuture<List<String>> head = CompletableFuture.supplyAsync(() -> refuseOne(listener));
            ProxyRoute proxy = new ProxyRoute("127.0.0.1", listener.getLocalPort(), "jo", Secret.of("s3cret"));

            assertThatThrownBy(() -> transports
                            .transportFor(new TenantRoute(VENDOR, proxy, null, 10))
                            .send(Routes.get(VENDOR, "/")))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("s3cret");

            assertThat(head.join())
                    .contains("CONNECT api-tenant.xdr.eu.paloaltonetworks.com:443 HTTP/1.1")
                    .contains("Proxy-Authorization: Basic am86czNjcmV0");
        }
    }

    @Test
    void aProxyThatTheOperatorDidNotAllowIsNotUsed() {
        ProxyRoute proxy = new ProxyRoute("127.0.0.1", 1, null, null);
        try (OutboundTransports transports = new OutboundTransports(proxies("proxy.corp.example:3128"))) {
            assertThatThrownBy(() -> transports
                            .transportFor(new TenantRoute(VENDOR, proxy, null, 10))
                            .send(Routes.get(VENDOR, "/")))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN))
                    .hasMessageContaining("PLUMBLINE_ALLOWED_PROXIES");
        }
    }

    @Test
    void aProxysUrlIsReadIntoHostAndPort() {
        ProxyRoute proxy = ProxyRoute.of(" http://Proxy.Corp.Example:3128/ ", null, null);

        assertThat(proxy.host()).isEqualTo("proxy.corp.example");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(ProxyRoute.of("http://[fd00::8]", null, null).host()).isEqualTo("fd00::8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.corp.example:3128",
                "https://proxy.corp.example",
                "http://jo:pw@proxy",
                "socks5://proxy:1",
                "",
                "http://proxy/path"
            })
    void whatIsNoProxyIsRefusedWithASentence(String url) {
        assertThatThrownBy(() -> ProxyRoute.of(url, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("pw");
    }

    private static OutboundRules proxies(String... allowed) {
        return new OutboundRules(HostList.parse(List.of(), "HOSTS"), HostList.parse(List.of(allowed), "PROXIES"));
    }

    private static List<String> refuseOne(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> head = new ArrayList<>();
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                head.add(line);
                line = reader.readLine();
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return head;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
