package io.plumbline.e2e;

import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down connectors to simulated tenants, as a person would fill in the form. */
public final class Connectors {

    private Connectors() {}

    /** With room for more endpoints than the default. */
    static ObjectNode to(URI tenant, TenantOptions options, String level) {
        boolean advanced = level.equals("ADVANCED");
        ObjectNode connector = Api.JSON.createObjectNode().put("type", "cortex-xdr");
        connector
                .putObject("settings")
                .put("fqdn", tenant.toString())
                .put("apiKey", advanced ? options.advancedKey() : options.standardKey())
                .put("apiKeyId", advanced ? options.advancedKeyId() : options.standardKeyId())
                .put("securityLevel", level);
        connector.putObject("connection").put("requestsPerSecond", 100);
        connector.putObject("dataPulling").put("maxEndpoints", 100_000);
        connector.putNull("schedule"); // no sync but those of the test
        return connector;
    }

    public static ObjectNode to(SimulatedTenant tenant, TenantOptions options) {
        return to(tenant.url(), options, "STANDARD");
    }

    /** Creates it and waits for its first sync. */
    public static Synced create(Api api, ObjectNode connector) {
        String id =
                api.post("/api/v1/connectors", connector.toString()).get("id").asString();
        JsonNode sync = api.awaitSync(id);
        return new Synced(id, sync);
    }

    /** A connector and the sync that ended last. */
    public record Synced(String id, JsonNode sync) {

        public String status() {
            return sync.get("status").asString();
        }

        /** The error's code, or an empty text. */
        String errorCode() {
            return sync.path("error").path("code").asString("");
        }
    }
}
