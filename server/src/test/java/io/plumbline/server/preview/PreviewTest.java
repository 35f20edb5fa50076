package io.plumbline.server.preview;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a sync would change, told without changing it. */
class PreviewTest {

    private TenantServer world;
    private String connector;
    private String previews;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(
                folder, TenantOptions.defaults().withEndpoints(40).withCves(6));
        connector = world.connect("Previewed");
        previews = "/api/v1/connectors/" + connector + "/previews";
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void thePreviewIsWhatTheNextSyncThenDoes() throws Exception {
        world.sync(connector);
        world.tenant().endpoints().remove(world.tenant().endpoints().idAt(0));
        world.tenant().endpoints().put("new-one", "NEW-HOST");
        world.tenant().cves().remove(world.tenant().cves().names().iterator().next());

        JsonNode told = ended(asked(""));
        JsonNode unchanged = assets();
        JsonNode counts = syncCounts(world.sync(connector));

        assertThat(told.get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(told.get("counts")).isEqualTo(counts);
        assertThat(told.get("counts").get("assets").get("created").asLong()).isEqualTo(1);
        assertThat(unchanged.get("total").asLong())
                .as("assets after the preview")
                .isEqualTo(40);
        assertThat(change(told, "CREATED", null)
                        .orElseThrow()
                        .get("examples")
                        .get(0)
                        .asString())
                .isEqualTo("NEW-HOST");
        assertThat(change(told, "ARCHIVED", "NOT_RETURNED")
                        .orElseThrow()
                        .get("count")
                        .asLong())
                .isEqualTo(1);
        assertThat(change(told, "FIXED", "NOT_RETURNED")
                        .orElseThrow()
                        .get("count")
                        .asLong())
                .isEqualTo(counts.get("findings").get("fixed").asLong());
    }

    @Test
    void changedSettingsAreTriedBeforeTheyAreSaved() throws Exception {
        world.sync(connector);

        JsonNode told = ended(asked("{\"dataPulling\":{\"ingest\":\"ASSETS_ONLY\"}}"));

        assertThat(told.get("dataPulling").get("ingest").asString()).isEqualTo("ASSETS_ONLY");
        assertThat(told.get("dataPulling").get("maxEndpoints").asLong()).isEqualTo(1000);
        assertThat(change(told, "WITHHELD", "ASSETS_ONLY")
                        .orElseThrow()
                        .get("count")
                        .asLong())
                .isEqualTo(world.api("GET", "/api/v1/findings?limit=1", "")
                        .get("total")
                        .asLong());
        assertThat(told.get("guard").get("stops").asBoolean()).isTrue();
        assertThat(world.api("GET", "/api/v1/connectors/" + connector, "")
                        .get("dataPulling")
                        .get("ingest")
                        .asString())
                .isEqualTo("ASSETS_AND_FINDINGS");
        assertThat(text("/connectors/" + connector + "/previews"))
                .contains(
                        "Ingests: assets only instead of assets and findings",
                        "withheld",
                        "The mass-change guard (50 %)");
    }

    @Test
    void theFormOfTheConfigurationIsTriedAsItStands() throws Exception {
        world.sync(connector);
        world.browser().get("/connectors/" + connector + "/configuration");
        HttpResponse<String> reply = world.browser()
                .post(
                        "/connectors/" + connector + "/previews",
                        Map.of(
                                "dataPulling.ingest", "ASSETS_AND_FINDINGS",
                                "dataPulling.assetRetentionDays", "90",
                                "dataPulling.maxEndpoints", "5"));
        String path = TenantServer.pathOf(reply);
        String page = world.awaitPage(path, "could not be made");

        assertThat(PageText.of(page)).contains("Maximum endpoints: 5 instead of 1,000", "The tenant has 40 endpoints");
        assertThat(world.browser()
                        .post(
                                "/connectors/" + connector + "/previews",
                                Map.of("dataPulling.ingest", "ASSETS_AND_FINDINGS", "dataPulling.maxEndpoints", "no"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeTakenIsRefusedBesideItsField() throws Exception {
        assertThat(post("{\"dataPulling\":{\"assetRetentionDays\":0}}"))
                .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(400))
                .satisfies(reply -> assertThat(reply.body()).contains("\"dataPulling.assetRetentionDays\""));
        assertThat(post("{\"settings\":{\"fqdn\":\"https://evil.example\"}}").statusCode())
                .isEqualTo(400);
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(world.server().get(previews + "/1").statusCode()).isEqualTo(404);
        assertThat(text("/connectors/" + connector + "/previews")).contains("No preview yet");
    }

    @Test
    void aVendorThatIsAwayIsToldAndNothingElseHappens() throws Exception {
        world.sync(connector);
        world.tenant().keys().revoke(Keys.Level.STANDARD);

        JsonNode told = ended(asked(""));

        assertThat(told.get("status").asString()).isEqualTo("FAILED");
        assertThat(told.get("error").get("code").asString()).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(told.get("counts").isNull()).isTrue();
        assertThat(world.api("GET", "/api/v1/connectors/" + connector, "")
                        .get("status")
                        .asString())
                .isEqualTo("CONNECTED");
    }

    private String asked(String body) throws Exception {
        return world.api("POST", previews, body).get("id").asString();
    }

    private JsonNode ended(String id) {
        return await("preview " + id)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> world.api("GET", previews + "/" + id, ""),
                        found -> !found.get("status").asString().equals("RUNNING"));
    }

    private static Optional<JsonNode> change(JsonNode told, String change, String reason) {
        return StreamSupport.stream(told.get("changes").spliterator(), false)
                .filter(one -> one.get("change").asString().equals(change))
                .filter(one -> reason == null || reason.equals(one.get("reason").asString()))
                .findFirst();
    }

    private JsonNode assets() throws Exception {
        return world.api("GET", "/api/v1/assets?limit=1", "");
    }

    private JsonNode syncCounts(String path) throws Exception {
        return world.api("GET", "/api/v1/syncs/" + path.substring(path.lastIndexOf('/') + 1), "")
                .get("counts");
    }

    private HttpResponse<String> post(String body) throws Exception {
        return world.server()
                .send(HttpRequest.newBuilder(world.server().base().resolve(previews))
                        .header("Authorization", "Bearer " + RunningServer.TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private String text(String path) throws Exception {
        String html = world.browser().get(path).body();
        PageText.assertHarmless(html);
        return PageText.of(html);
    }
}
