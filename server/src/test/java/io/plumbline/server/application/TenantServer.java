package io.plumbline.server.application;

import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server with a simulated tenant beside it, and a browser that is signed in. */
public final class TenantServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

    private final TenantOptions options;
    private final SimulatedTenant tenant;
    private final RunningServer server;
    private final Browser browser;

    private TenantServer(TenantOptions options, SimulatedTenant tenant, RunningServer server, Browser browser) {
        this.options = options;
        this.tenant = tenant;
        this.server = server;
        this.browser = browser;
    }

    public static TenantServer start(Path folder, TenantOptions options) throws IOException, InterruptedException {
        SimulatedTenant tenant = SimulatedTenant.start(options);
        tenant.console().behaviour().requestsPerSecond(0);
        RunningServer server =
                RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        return new TenantServer(options, tenant, server, Browser.signedIn(server.base()));
    }

    public RunningServer server() {
        return server;
    }

    public TenantConsole tenant() {
        return tenant.console();
    }

    public Browser browser() {
        return browser;
    }

    /** Creates a connector to the tenant. @return its id; it has no sync yet */
    public String connect(String name) throws IOException, InterruptedException {
        ObjectNode connector = JSON.createObjectNode().put("type", "cortex-xdr").put("name", name);
        connector
                .putObject("settings")
                .put("fqdn", tenant.url().toString())
                .put("apiKey", options.standardKey())
                .put("apiKeyId", options.standardKeyId())
                .put("securityLevel", "STANDARD");
        connector.putObject("connection").put("requestsPerSecond", 100);
        connector.putNull("schedule");
        return api("POST", "/api/v1/connectors?sync=false", connector.toString())
                .get("id")
                .asString();
    }

    /** Starts a sync by the button. @return where its page is */
    public String startSync(String connector) throws IOException, InterruptedException {
        browser.get("/connectors/" + connector + "/syncs");
        HttpResponse<String> reply = browser.post("/connectors/" + connector + "/syncs", Map.of());
        if (reply.statusCode() != 303) {
            throw new AssertionError("the button answered " + reply.statusCode() + " " + reply.body());
        }
        return pathOf(reply);
    }

    /** Starts a sync and waits for its end. @return where its page is */
    public String sync(String connector) throws IOException, InterruptedException {
        String path = startSync(connector);
        awaitEnd(path);
        return path;
    }

    /** @param path of a sync's page */
    public void awaitEnd(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
        Awaitility.await("end of " + path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !UNDER_WAY.contains(
                        api("GET", "/api/v1/syncs/" + id, "").get("status").asString()));
    }

    /** Reads a page until it says something. */
    public String awaitPage(String path, String words) {
        return Awaitility.await("“" + words + "” on " + path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> browser.get(path).body(), body -> body.contains(words));
    }

    public JsonNode api(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                server.send(HttpRequest.newBuilder(server.base().resolve(path))
                        .header("Authorization", "Bearer " + RunningServer.TOKEN)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        if (reply.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + reply.statusCode() + " " + reply.body());
        }
        return JSON.readTree(reply.body());
    }

    /** Where a redirect leads, without the host. */
    public static String pathOf(HttpResponse<String> redirect) {
        URI location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    @Override
    public void close() {
        browser.close();
        tenant.console().requests().releaseAll();
        server.close();
        tenant.close();
    }
}
