package io.plumbline.benchmark;

import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server and a simulated tenant that it has synced twice: in between a share of the hosts went and a share of the
 * vulnerabilities was set aside, so that there is something archived and something fixed.
 */
final class Installation implements AutoCloseable {

    static final String PASSWORD = "benchmark-password";
    private static final String TOKEN = "benchmark-token-0123456789-0123456789";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SYNC_PATIENCE = Duration.ofMinutes(20);
    /** One of so many hosts goes, and one of so many vulnerabilities. */
    private static final int SHARE = 20;

    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

    private final SimulatedTenant tenant;
    private final Process server;
    private final Client client;

    private Installation(SimulatedTenant tenant, Process server, Client client) {
        this.tenant = tenant;
        this.server = server;
        this.client = client;
    }

    static Installation of(Path serverJar, Path folder, Size size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        TenantOptions options = TenantOptions.defaults()
                .withEndpoints(size.endpoints())
                .withCves(size.cves())
                .withHostsPerCve(size.hostsPerCve());
        SimulatedTenant tenant = SimulatedTenant.start(options);
        Process server = start(serverJar, folder, port);
        Client client = new Client(URI.create("http://127.0.0.1:" + port), TOKEN);
        Installation installation = new Installation(tenant, server, client);
        try {
            installation.awaitHealth();
            String connector = installation.connect(options, size);
            installation.awaitSync(connector);
            installation.change(size);
            client.post("/api/v1/connectors/" + connector + "/syncs", Client.JSON.createObjectNode());
            installation.awaitSync(connector);
            client.signIn("admin", PASSWORD);
            return installation;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            installation.close();
            throw failure;
        }
    }

    Client client() {
        return client;
    }

    long findings() throws IOException, InterruptedException {
        return client.json("/api/v1/summary").get("openFindingCount").asLong();
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!client.healthy()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The server does not start: see its log.");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Creating it starts its first sync. */
    private String connect(TenantOptions options, Size size) throws IOException, InterruptedException {
        ObjectNode connector =
                Client.JSON.createObjectNode().put("type", "cortex-xdr").put("name", "Benchmark");
        connector
                .putObject("settings")
                .put("fqdn", tenant.url().toString())
                .put("apiKey", options.standardKey())
                .put("apiKeyId", options.standardKeyId())
                .put("securityLevel", "STANDARD");
        connector.putObject("dataPulling").put("maxEndpoints", size.endpoints());
        connector.putNull("schedule");
        return client.post("/api/v1/connectors", connector).get("id").asString();
    }

    private void change(Size size) throws IOException, InterruptedException {
        TenantConsole console = tenant.console();
        for (int host = 0; host < size.endpoints() / SHARE; host++) {
            console.endpoints().remove(console.endpoints().idAt(0));
        }
        String page = "/api/v1/weaknesses?sort=name&limit=200";
        String cursor = "";
        int seen = 0;
        do {
            JsonNode weaknesses = client.json(page + cursor);
            for (JsonNode weakness : weaknesses.get("items")) {
                if (seen++ % SHARE == 0) {
                    console.cves().exclude(weakness.get("name").asString(), true);
                }
            }
            cursor = weaknesses.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + weaknesses.get("nextCursor").asString();
        } while (!cursor.isEmpty());
    }

    private void awaitSync(String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SYNC_PATIENCE.toNanos();
        while (true) {
            JsonNode sync = client.json("/api/v1/connectors/" + id + "/syncs?limit=1")
                    .get("items")
                    .get(0);
            String status = sync.get("status").asString();
            if (!UNDER_WAY.contains(status)) {
                if (!status.equals("SUCCEEDED")) {
                    throw new IllegalStateException("The sync ended as " + status + ": " + sync.get("error"));
                }
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The sync takes more than " + SYNC_PATIENCE.toMinutes() + " minutes.");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static Process start(Path jar, Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar", jar.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
        builder.environment()
                .putAll(Map.of(
                        "PLUMBLINE_DATA",
                        folder.resolve("data").toString(),
                        "PLUMBLINE_PORT",
                        Integer.toString(port),
                        "PLUMBLINE_ADMIN_TOKEN",
                        TOKEN,
                        "PLUMBLINE_ADMIN_PASSWORD",
                        PASSWORD,
                        "PLUMBLINE_ALLOWED_HOSTS",
                        "127.0.0.1"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        tenant.close();
    }
}
