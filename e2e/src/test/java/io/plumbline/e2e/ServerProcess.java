package io.plumbline.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Plumbline server as its own process, on a data folder that outlives it. */
public final class ServerProcess implements AutoCloseable {

    static final String TOKEN = "e2e-token-0123456789-0123456789-0123456789";

    private final Path data;
    private final Map<String, String> environment = new LinkedHashMap<>();
    /** The heap that has to do, and what starts and dies soonest: servers of tests live for seconds. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final int port;
    private Process process;

    public ServerProcess(Path data) {
        this.data = data;
        this.port = freePort();
        environment.put("PLUMBLINE_PORT", Integer.toString(port));
        environment.put("PLUMBLINE_DATA", data.toString());
        environment.put("PLUMBLINE_ADMIN_TOKEN", TOKEN);
        environment.put("PLUMBLINE_ALLOWED_HOSTS", "127.0.0.1");
    }

    public ServerProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it and waits until it says that it is healthy. */
    public ServerProcess start() {
        launch();
        Await.until("the server to be healthy; its output: " + output(), Duration.ofMinutes(4), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended with " + process.exitValue() + ":\n" + text(output()));
            }
            return healthy() ? true : null;
        });
        return this;
    }

    /** Starts it and waits until it gives up. @return what it printed */
    String startAndFail() {
        launch();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("the server should not have started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (process.exitValue() == 0) {
            throw new AssertionError("the server ended as if all were well");
        }
        return text(output());
    }

    public Api api() {
        return new Api(base(), TOKEN);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return data;
    }

    /** SIGKILL: no hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, as an operator or a service manager stops it. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    Path output() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    static Path jar() {
        Path folder = Path.of(System.getProperty("plumbline.root"), "server", "target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("plumbline-server.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no server jar in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private void launch() {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean healthy() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(base().resolve("/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
