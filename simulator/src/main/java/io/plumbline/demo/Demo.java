package io.plumbline.demo;

import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demonstration does with a server, and tells of it. */
final class Demo {

    private static final String NAME = "Simulated tenant";
    private static final long POLL_MILLIS = 100;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

    private final DemoApi api;
    private final PrintStream out;

    Demo(DemoApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /** Creates the connector, which syncs at once and then by hand only, until its history has been lived through. */
    String create(URI tenant, TenantOptions options) throws IOException, InterruptedException {
        ObjectNode connector =
                settings(tenant, options).put("type", "cortex-xdr").put("name", NAME);
        connector.putObject("dataPulling").putArray("removeAssetsWithStatus").add("LOST");
        connector.putNull("schedule");
        String id = api.send("POST", "/api/v1/connectors", connector).get("id").asString();
        awaitSync(id);
        return id;
    }

    /** The connector of an earlier run, whatever it is called by now: the oldest. */
    Optional<String> find() throws IOException, InterruptedException {
        return api.get("/api/v1/connectors?limit=1000")
                .get("items")
                .valueStream()
                .map(known -> known.get("id").asString())
                .min(Comparator.comparingInt(Integer::parseInt));
    }

    /** The same tenant listens on another port in each run: hence confirmed, and the key sent along. */
    void pointAt(String connector, URI tenant, TenantOptions options) throws IOException, InterruptedException {
        api.send(
                "PATCH",
                "/api/v1/connectors/" + connector + "?sync=true&confirmTenantChange=true",
                settings(tenant, options));
        awaitSync(connector);
    }

    /** From now on it syncs every night. */
    void schedule(String connector) throws IOException, InterruptedException {
        ObjectNode change = DemoApi.JSON.createObjectNode();
        ObjectNode schedule = change.putObject("schedule");
        schedule.putArray("times").add("01:00");
        var days = schedule.putArray("days");
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(day.name());
        }
        schedule.put("timeZone", "UTC");
        api.send("PATCH", "/api/v1/connectors/" + connector, change);
    }

    /** Syncs, and waits for a run that is under way, such as the daily retention, to end first. */
    JsonNode sync(String connector) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                api.send("POST", "/api/v1/connectors/" + connector + "/syncs", null);
                return awaitSync(connector);
            } catch (DemoApi.RefusedException refused) {
                if (!refused.isConflict() || System.nanoTime() > deadline) {
                    throw refused;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    /** Prints the tenant's own numbers beside the inventory's. */
    void compare(String connector, long endpoints, long pairs) throws IOException, InterruptedException {
        JsonNode read = api.get("/api/v1/connectors/" + connector);
        JsonNode counts = api.get("/api/v1/connectors/" + connector + "/syncs?limit=1&status=SUCCEEDED")
                .get("items")
                .get(0)
                .get("counts");
        JsonNode findings = counts.get("findings");
        out.printf("%n%-34s %10s%n", "The tenant", "");
        out.printf("%-34s %,10d%n", "  endpoints", endpoints);
        out.printf("%-34s %,10d%n", "  pairs of host and vulnerability", pairs);
        out.printf("%-34s %10s%n", "Plumbline's inventory", "");
        out.printf("%-34s %,10d%n", "  assets", read.get("assetCount").asLong());
        out.printf(
                "%-34s %,10d%n",
                "  archived, though the tenant has it",
                endpoints - read.get("assetCount").asLong());
        out.printf(
                "%-34s %,10d%n", "  open findings", read.get("openFindingCount").asLong());
        out.printf(
                "%-34s %,10d%n",
                "  on archived assets", findings.get("onArchived").asLong());
        out.printf(
                "%-34s %,10d%n",
                "  of hosts that are no asset", findings.get("unmatched").asLong());
    }

    void invite(URI tenant, String connector, String token, String password) {
        out.printf("%nPages    %s  (sign in as admin with the password %s)%n", api.base(), password);
        out.printf("API      %s/api/v1%nToken    %s%nTenant   %s%n", api.base(), token, tenant);
        out.printf("Console  %s/console lists how to change the tenant's data%n%nTry it:%n", tenant);
        out.printf(
                "  curl -H 'Authorization: Bearer %s' %s/api/v1/connectors/%s%n%nCtrl-C ends it.%n",
                token, api.base(), connector);
    }

    private static ObjectNode settings(URI tenant, TenantOptions options) {
        ObjectNode connector = DemoApi.JSON.createObjectNode();
        connector
                .putObject("settings")
                .put("fqdn", tenant.toString())
                .put("apiKey", options.advancedKey())
                .put("apiKeyId", options.advancedKeyId())
                .put("securityLevel", "ADVANCED");
        return connector;
    }

    private JsonNode awaitSync(String connector) throws IOException, InterruptedException {
        while (true) {
            JsonNode sync = api.get("/api/v1/connectors/" + connector + "/syncs?limit=1")
                    .get("items")
                    .get(0);
            if (!UNDER_WAY.contains(sync.get("status").asString())) {
                return sync;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS); // it runs in another process, which cannot call back
        }
    }
}
