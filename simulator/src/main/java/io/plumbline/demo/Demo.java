package io.plumbline.demo;

import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demonstration does with a server, and tells of it. */
final class Demo {

    private static final String NAME = "Simulated tenant";
    private static final long POLL_MILLIS = 200;
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

    private final DemoApi api;
    private final PrintStream out;

    Demo(DemoApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /** Creates the connector, or points the one of an earlier run at this run's tenant and syncs it. */
    String connect(URI tenant, TenantOptions options) throws IOException, InterruptedException {
        ObjectNode connector =
                DemoApi.JSON.createObjectNode().put("type", "cortex-xdr").put("name", NAME);
        connector
                .putObject("settings")
                .put("fqdn", tenant.toString())
                .put("apiKey", options.advancedKey())
                .put("apiKeyId", options.advancedKeyId())
                .put("securityLevel", "ADVANCED");
        for (JsonNode known : api.get("/api/v1/connectors?limit=1000").get("items")) {
            if (known.get("name").asString().equals(NAME)) {
                return again(known.get("id").asString(), connector);
            }
        }
        return api.send("POST", "/api/v1/connectors", connector).get("id").asString();
    }

    void watchSync(String connector) throws IOException, InterruptedException {
        String last = "";
        for (JsonNode sync = newest(connector); ; sync = newest(connector)) {
            String stage = sync.get("stage").asString();
            if (!stage.equals(last)) {
                out.println("  " + stage);
                last = stage;
            }
            if (!UNDER_WAY.contains(sync.get("status").asString())) {
                requireSuccess(sync);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS); // it runs in another process, which cannot call back
        }
    }

    /** Prints the tenant's own numbers beside the inventory's. */
    void compare(String connector, long endpoints, long pairs) throws IOException, InterruptedException {
        JsonNode read = api.get("/api/v1/connectors/" + connector);
        out.printf("%n%-16s %12s %12s%n", "", "tenant", "inventory");
        out.printf(
                "%-16s %12d %12d%n", "Assets", endpoints, read.get("assetCount").asLong());
        out.printf(
                "%-16s %12d %12d%n",
                "Open findings", pairs, read.get("openFindingCount").asLong());
    }

    void invite(URI tenant, String connector, String token) {
        out.printf("%nAPI      %s/api/v1%nToken    %s%nTenant   %s%n", api.base(), token, tenant);
        out.printf("Console  %s/console lists how to change the tenant's data%n%nTry it:%n", tenant);
        out.printf(
                "  curl -H 'Authorization: Bearer %s' %s/api/v1/connectors/%s%n%nCtrl-C ends it.%n",
                token, api.base(), connector);
    }

    /** The same tenant, which listens on another port in each run: hence confirmed, and the key sent along. */
    private String again(String id, ObjectNode connector) throws IOException, InterruptedException {
        connector.remove("type");
        api.send("PATCH", "/api/v1/connectors/" + id + "?sync=true&confirmTenantChange=true", connector);
        return id;
    }

    private JsonNode newest(String connector) throws IOException, InterruptedException {
        return api.get("/api/v1/connectors/" + connector + "/syncs?limit=1")
                .get("items")
                .get(0);
    }

    private static void requireSuccess(JsonNode sync) {
        if (!sync.get("status").asString().equals("SUCCEEDED")) {
            throw new IllegalStateException("The sync did not succeed: " + sync.get("error"));
        }
    }
}
