package io.plumbline.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Listens on the loopback interface and serves each connection on a virtual thread of its own, request after request.
 * Closing it breaks off what is under way.
 */
public final class HttpListener implements AutoCloseable {

    private final ServerSocket listener;
    private final Clock clock;
    private final Handler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket listener, Clock clock, Handler handler) {
        this.clock = clock;
        this.listener = listener;
        this.handler = handler;
    }

    /**
     * @param port 0 for any that is free
     * @param clock what replies are dated by
     * @throws IOException where the port is taken
     */
    public static HttpListener start(int port, Clock clock, Handler handler) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 512);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        var server = new HttpListener(socket, clock, handler);
        Thread.ofPlatform().daemon().name("simulator-accept-" + server.port()).start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or a client gone before it was accepted: the loop's condition tells which.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var out = new BufferedOutputStream(connection.getOutputStream(), 32 * 1024);
            var reader = new RequestReader(new BufferedInputStream(connection.getInputStream(), 16 * 1024), out);
            var writer = new ResponseWriter(out, clock);
            boolean open = true;
            while (open) {
                var request = reader.next();
                if (request.isEmpty()) {
                    return;
                }
                var response = handler.handle(request.get());
                if (response.delivery() instanceof Delivery.Reset) {
                    // Closing with a linger of zero sends RST instead of FIN.
                    connection.setSoLinger(true, 0);
                }
                open = writer.write(response)
                        && !request.get().header("connection").equalsIgnoreCase("close");
            }
        } catch (IOException e) {
            // The client went away, spoke no HTTP, or the tenant is being closed: there is nobody left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            connections.forEach(HttpListener::abandon);
            threads.close();
        }
    }

    private static void abandon(Socket connection) {
        try {
            connection.close();
        } catch (SocketException e) {
            // Closed already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
