package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.TransportException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestListenerTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final OutboundTransports transports = new OutboundTransports(
            Routes.rules("127.0.0.1"), Dns.SYSTEM, (host, outcome) -> heard.add(host + " " + outcome));

    @AfterEach
    void close() {
        transports.close();
    }

    @Test
    void hearsTheStatusOfAReply() throws Exception {
        byte[] busy = "HTTP/1.1 429 Too Many\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (RawServer server =
                        RawServer.start(socket -> socket.getOutputStream().write(busy));
                HttpReply reply = Routes.to(transports, server.base()).send(Routes.get(server.base(), "/"))) {
            assertThat(reply.status()).isEqualTo(429);
        }
        assertThat(heard).containsExactly("127.0.0.1 429");
    }

    @Test
    void hearsWhyNoReplyCame() throws Exception {
        URI base;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            base = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        assertThatThrownBy(() -> Routes.to(transports, base).send(Routes.get(base, "/")))
                .isInstanceOf(TransportException.class);
        assertThat(heard).containsExactly("127.0.0.1 unreachable");
    }
}
