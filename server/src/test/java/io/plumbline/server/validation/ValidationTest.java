package io.plumbline.server.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.server.application.PageText;
import io.plumbline.server.application.RunningServer;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.TenantOptions;
import io.plumbline.simulator.vendor.Keys;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Validations as people and programs meet them, of a simulated tenant. */
class ValidationTest {

    private TenantServer world;
    private String connector;
    private String validations;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(
                folder, TenantOptions.defaults().withEndpoints(30).withCves(8));
        connector = world.connect("Compared");
        validations = "/api/v1/connectors/" + connector + "/validations";
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void eachSyncEndsWithAVerdictThatIsThereAsSoonAsItHasEnded() throws Exception {
        String sync = world.sync(connector);

        JsonNode newest = newest();
        assertThat(newest.get("syncId").asString()).isEqualTo(idOf(sync));
        assertThat(newest.get("verdict").asString()).isIn("MATCHES", "EXPLAINED");
        assertThat(newest.get("assets").get("vendor").asLong()).isEqualTo(30);
        assertThat(newest.get("findings").get("inventory").asLong())
                .isEqualTo(world.api("GET", "/api/v1/findings?limit=1", "")
                        .get("total")
                        .asLong());
        assertThat(gap(newest.get("findings"))).isEqualTo(explained(newest.get("findings")));

        JsonNode shown = world.api("GET", "/api/v1/connectors/" + connector, "").get("validation");
        assertThat(shown.get("id").asString()).isEqualTo(newest.get("id").asString());
        assertThat(text("/connectors/" + connector)).contains("Validation");
        assertThat(world.server().get("/metrics").body())
                .contains("plumbline_connector_vendor_records{connector=\"" + connector
                        + "\",name=\"Compared\",part=\"assets\"} 30.0")
                .contains("verdict=\"unexplained\"} 0.0");
    }

    @Test
    void whatHasChangedAtTheVendorSinceIsNamedAndTheInventoryLeftAlone() throws Exception {
        world.sync(connector);
        String gone = world.tenant().endpoints().idAt(0);
        String name = world.tenant().endpoints().get(gone).name();
        world.tenant().endpoints().remove(gone);

        JsonNode verdict = compared();

        assertThat(verdict.get("verdict").asString()).isEqualTo("EXPLAINED");
        JsonNode assets = verdict.get("assets");
        assertThat(assets.get("vendor").asLong()).isEqualTo(29);
        assertThat(assets.get("inventory").asLong()).isEqualTo(30);
        JsonNode difference = assets.get("differences").get(0);
        assertThat(difference.get("reason").asString()).isEqualTo("CHANGED_SINCE");
        assertThat(difference.get("count").asLong()).isEqualTo(-1);
        assertThat(difference.get("examples").get(0).asString()).isEqualTo(name);
        assertThat(world.api("GET", "/api/v1/assets?limit=1", "").get("total").asLong())
                .isEqualTo(30);
        assertThat(world.api("GET", "/api/v1/connectors/" + connector + "/syncs", "")
                        .get("total")
                        .asLong())
                .isEqualTo(1);

        assertThat(text("/connectors/" + connector + "/validations"))
                .contains("Explained", "+ 1", "gone at the vendor since the last sync", name)
                .contains("a person", "a sync");
    }

    @Test
    void whatSomethingElseHasDoneToTheInventoryIsUnexplained() throws Exception {
        world.sync(connector);
        int deleted = world.server().bean(JdbcClient.class).sql("""
                        delete from finding where (connector_id, name_id, weakness_id) in (
                          select connector_id, name_id, weakness_id from finding
                          where state < 3 and withheld is null limit 1)""").update();
        assertThat(deleted).isEqualTo(1);

        JsonNode verdict = compared();

        assertThat(verdict.get("verdict").asString()).isEqualTo("UNEXPLAINED");
        assertThat(verdict.get("irregularities").size()).isPositive();
        assertThat(gap(verdict.get("findings")) - explained(verdict.get("findings")))
                .isEqualTo(1);
        assertThat(text("/connectors/" + connector + "/validations"))
                .contains("Unexplained", "for no reason that is known", "The inventory does not fit together");
        assertThat(world.server().get("/metrics").body()).contains("verdict=\"unexplained\"} 1.0");
    }

    @Test
    void withoutASyncThereIsNothingToCompare() throws Exception {
        HttpResponse<String> refused = post();

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("no sync of this connector has succeeded");
        assertThat(world.api("GET", validations, "").get("items").size()).isZero();
        assertThat(text("/connectors/" + connector + "/validations")).contains("Nothing to compare yet");
        assertThat(world.server().get(validations + "/1").statusCode()).isEqualTo(404);
        assertThat(world.server().get("/api/v1/connectors/99/validations").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aVendorThatIsAwayGivesNoVerdictAndHarmsNothing() throws Exception {
        world.sync(connector);
        String before = newest().get("id").asString();
        world.tenant().keys().revoke(Keys.Level.STANDARD);

        JsonNode ended = ended(started());

        assertThat(ended.get("status").asString()).isEqualTo("FAILED");
        assertThat(ended.get("error").get("code").asString()).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(newest().get("id").asString()).isEqualTo(before);
        assertThat(world.api("GET", "/api/v1/connectors/" + connector, "")
                        .get("status")
                        .asString())
                .isEqualTo("CONNECTED");
        assertThat(text("/connectors/" + connector + "/validations")).contains("came to no verdict");
    }

    @Test
    void theListIsPagedNewestFirst() throws Exception {
        world.sync(connector);
        world.sync(connector);
        JsonNode first = world.api("GET", validations + "?limit=1", "");
        assertThat(first.get("total").asLong()).isEqualTo(2);
        JsonNode second = world.api(
                "GET",
                validations + "?limit=1&cursor=" + first.get("nextCursor").asString(),
                "");

        assertThat(List.of(first, second))
                .extracting(page -> page.get("items").get(0).get("id").asInt())
                .isSortedAccordingTo((one, other) -> other - one);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    private String started() throws Exception {
        return world.api("POST", validations, "").get("id").asString();
    }

    private JsonNode ended(String id) {
        return await("verdict " + id)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> world.api("GET", validations + "/" + id, ""),
                        found -> !Set.of("QUEUED", "RUNNING")
                                .contains(found.get("status").asString()));
    }

    /** By the button. */
    private JsonNode compared() throws Exception {
        String before = newest().get("id").asString();
        world.browser().get("/connectors/" + connector + "/validations");
        HttpResponse<String> reply = world.browser().post("/connectors/" + connector + "/validations", Map.of());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        return await("another verdict")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(this::newest, found -> !found.get("id").asString().equals(before));
    }

    private JsonNode newest() throws Exception {
        return world.api("GET", validations, "").get("items").get(0);
    }

    private HttpResponse<String> post() throws Exception {
        return world.server()
                .send(HttpRequest.newBuilder(world.server().base().resolve(validations))
                        .header("Authorization", "Bearer " + RunningServer.TOKEN)
                        .POST(BodyPublishers.noBody()));
    }

    private String text(String path) throws Exception {
        String html = world.browser().get(path).body();
        PageText.assertHarmless(html);
        return PageText.of(html);
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }

    private static long gap(JsonNode part) {
        return part.get("vendor").asLong() - part.get("inventory").asLong();
    }

    private static long explained(JsonNode part) {
        long sum = 0;
        for (JsonNode difference : part.get("differences")) {
            sum += difference.get("count").asLong();
        }
        return sum;
    }
}
