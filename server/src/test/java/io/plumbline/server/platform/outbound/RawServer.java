package io.plumbline.server.platform.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says exactly what a test wants to hear, also what no HTTP server would. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final AtomicInteger requests = new AtomicInteger();

    private RawServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** What is done with one connection after its request's head was read. */
    interface Behaviour {
        void answer(Socket socket) throws IOException;
    }

    static RawServer start(Behaviour behaviour) throws IOException {
        RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> server.serve(behaviour));
        return server;
    }

    static RawServer saying(String answer) throws IOException {
        return start(socket -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    int requests() {
        return requests.get();
    }

    private void serve(Behaviour behaviour) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> answer(socket, behaviour));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket, Behaviour behaviour) {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                line = reader.readLine();
            }
            if (line != null) {
                requests.incrementAndGet();
                behaviour.answer(socket);
            }
        } catch (IOException gone) {
            // the client hung up, as some tests do
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
