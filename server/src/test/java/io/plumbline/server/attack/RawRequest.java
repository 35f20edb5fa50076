package io.plumbline.server.attack;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request as bytes, for what no client would send. */
final class RawRequest {

    private RawRequest() {}

    /** @return the whole answer; empty where the server hung up without one */
    static String get(URI server, String target, String... headers) throws IOException {
        String lines = String.join(
                "", Arrays.stream(headers).map(line -> line + "\r\n").toList());
        return send(server, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + lines + "Connection: close\r\n\r\n");
    }

    static String send(URI server, String bytes) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
