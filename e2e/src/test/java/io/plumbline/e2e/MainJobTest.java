package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The main job through the front door: a server as a process, a tenant outside it, the REST API between. */
@TestInstance(Lifecycle.PER_CLASS)
class MainJobTest {

    private static final TenantOptions COMPANY = TenantOptions.defaults().withCves(1_400);
    private static final Duration WINDOW = Duration.ofDays(30);

    private ServerProcess server;
    private Api api;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new ServerProcess(folder.resolve("data")).start();
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "ADVANCED"})
    void aTenantBecomesAnInventoryWithEitherKey(String level) {
        try (SimulatedTenant tenant = tenant(COMPANY)) {
            Synced synced = Connectors.create(api, Connectors.to(tenant.url(), COMPANY, level));

            assertThat(synced.status()).as(synced.sync().toString()).isEqualTo("SUCCEEDED");
            JsonNode connector = connector(synced.id());
            assertThat(connector.get("status").asString()).isEqualTo("CONNECTED");
            assertThat(connector.get("assetCount").asLong())
                    .isEqualTo(tenant.console().endpoints().count());
            assertThat(connector.get("openFindingCount").asLong())
                    .isEqualTo(tenant.console().cves().distinctPairs(WINDOW));
        }
    }

    @Test
    void aSecondSyncOfTheSameDataChangesNothing() {
        try (SimulatedTenant tenant = tenant(COMPANY)) {
            Synced first = Connectors.create(api, Connectors.to(tenant, COMPANY));

            JsonNode counts = api.syncNow(first.id()).get("counts");

            assertThat(counts.get("assets").get("unchanged").asLong()).isEqualTo(230);
            assertThat(counts.get("assets").get("updated").asLong()).isZero();
            assertThat(counts.get("findings").get("unchanged").asLong())
                    .isEqualTo(tenant.console().cves().distinctPairs(WINDOW));
            assertThat(counts.get("findings").get("fixed").asLong()).isZero();
        }
    }

    @Test
    void moreEndpointsThanTheLimitFailUntilItIsRaised() {
        TenantOptions large = TenantOptions.defaults().withEndpoints(1_200).withCves(5);
        try (SimulatedTenant tenant = tenant(large)) {
            ObjectNode connector = Connectors.to(tenant, large);
            connector.remove("dataPulling");

            Synced refused = Connectors.create(api, connector);

            assertThat(refused.errorCode()).isEqualTo("ENDPOINT_LIMIT_EXCEEDED");
            assertThat(refused.sync().get("error").get("message").asString()).contains("1200", "1000", "maxEndpoints");
            assertThat(connector(refused.id()).get("assetCount").asLong()).isZero();

            api.send("PATCH", "/api/v1/connectors/" + refused.id(), "{\"dataPulling\":{\"maxEndpoints\":5000}}");
            assertThat(api.syncNow(refused.id()).get("status").asString()).isEqualTo("SUCCEEDED");
            assertThat(connector(refused.id()).get("assetCount").asLong()).isEqualTo(1_200);
        }
    }

    @Test
    void wrongKeysAndAddressesAreTold() {
        try (SimulatedTenant tenant = tenant(COMPANY)) {
            ObjectNode wrongKey = Connectors.to(tenant, COMPANY);
            ((ObjectNode) wrongKey.get("settings")).put("apiKey", "wrong");
            assertThat(Connectors.create(api, wrongKey).errorCode()).isEqualTo("AUTHENTICATION_FAILED");

            ObjectNode wrongPort = Connectors.to(tenant, COMPANY);
            ((ObjectNode) wrongPort.get("settings")).put("fqdn", "http://127.0.0.1:9");
            assertThat(Connectors.create(api, wrongPort).errorCode()).isEqualTo("CONNECTION_FAILED");
        }
    }

    @Test
    void theConnectivityTestNamesTheCheckThatFails() {
        try (SimulatedTenant tenant = tenant(COMPANY)) {
            ObjectNode connector = Connectors.to(tenant, COMPANY);
            JsonNode passed = api.post("/api/v1/connectors/test", connector.toString());
            assertThat(passed.get("passed").asBoolean()).as(passed.toString()).isTrue();

            tenant.console().quota().setRemaining(0);
            JsonNode failed = api.post("/api/v1/connectors/test", connector.toString());

            assertThat(failed.get("passed").asBoolean()).isFalse();
            assertThat(failed.get("checks")
                            .valueStream()
                            .map(check -> check.get("status").asString()))
                    .containsExactly("PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "FAILED", "SKIPPED");
        }
    }

    private static SimulatedTenant tenant(TenantOptions options) {
        SimulatedTenant tenant = SimulatedTenant.start(options);
        tenant.console().behaviour().requestsPerSecond(0);
        return tenant;
    }

    private JsonNode connector(String id) {
        return api.get("/api/v1/connectors/" + id);
    }
}
