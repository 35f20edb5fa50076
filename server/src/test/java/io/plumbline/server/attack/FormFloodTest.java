package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who is not signed in begins a great many forms, and ends none. */
class FormFloodTest {

    private static final String HEAD =
            "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private static RunningServer server;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** The container would set a megabyte aside for each before anybody is known. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000\r\n\r\na=", "Transfer-Encoding: chunked\r\n\r\n2\r\na=\r\n"})
    void largeFormsAreHeldSomeAtATime(String rest) throws Exception {
        begin(40, rest);
        List<String> answers = new ArrayList<>();
        for (Socket socket : open) {
            socket.setSoTimeout(500);
            try {
                answers.add(statusLine(socket));
            } catch (SocketTimeoutException held) {
                // waited for, as it should be
            }
        }

        assertThat(answers).hasSize(24).containsOnly("HTTP/1.1 503");
        try (Browser other = Browser.signedIn(server.base())) {
            assertThat(other.get("/settings").statusCode()).isEqualTo(200);
        }
    }

    /** Nothing is set aside for what is refused for its length. */
    @Test
    void formsThatAnnounceMoreThanThereMayBeAreRefusedAtOnce() throws Exception {
        begin(300, "Content-Length: 2000000\r\n\r\na=");

        for (Socket socket : open) {
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 413");
        }
    }

    /** The container reads it, past our own count. */
    @Test
    void aFormThatTellsNoLengthIsNoLongerThanOneThatDoes() throws Exception {
        String field = "a=" + "x".repeat(1024 * 1024);

        begin(1, "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(field.length()) + "\r\n" + field);

        assertThat(statusLine(open.getFirst())).isEqualTo("HTTP/1.1 413");
    }

    @Test
    void slowBodiesKeepNobodyOut() throws Exception {
        begin(300, "Content-Length: 10000\r\n\r\na=");

        for (String path : List.of("/health", "/login")) {
            assertThat(RawRequest.get(server.base(), path)).startsWith("HTTP/1.1 200");
        }
        Socket first = open.getFirst();
        first.setSoTimeout(200);
        assertThatThrownBy(() -> first.getInputStream().read())
                .as("it is still waited for")
                .isInstanceOf(SocketTimeoutException.class);
    }

    private void begin(int forms, String rest) throws IOException {
        for (int i = 0; i < forms; i++) {
            Socket socket = new Socket(server.base().getHost(), server.base().getPort());
            open.add(socket);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((HEAD + rest).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String statusLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
