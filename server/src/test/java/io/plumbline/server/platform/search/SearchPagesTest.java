package io.plumbline.server.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.PageText;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.TenantOptions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchPagesTest {

    private static TenantServer world;
    private static String connector;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(
                folder, TenantOptions.defaults().withEndpoints(40).withCves(30));
        world.tenant().endpoints().put("twin-1", "twin");
        world.tenant().endpoints().put("twin-2", "twin");
        connector = world.connect("Head office");
        world.sync(connector);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static HttpResponse<String> find(String text) throws Exception {
        return world.browser().get("/find?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static String page(String text) throws Exception {
        HttpResponse<String> reply = find(text);
        assertThat(reply.statusCode()).isEqualTo(200);
        PageText.assertHarmless(reply.body());
        return reply.body();
    }

    private static JsonNode first(String list) throws Exception {
        return world.api("GET", "/api/v1/" + list + "?limit=1", "").get("items").get(0);
    }

    private static void leadsTo(String text, String path) throws Exception {
        HttpResponse<String> reply = find(text);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(TenantServer.pathOf(reply)).isEqualTo(path);
    }

    @Test
    void anExactNameLeadsStraightToWhatBearsIt() throws Exception {
        JsonNode asset = first("assets");
        leadsTo(
                " " + asset.get("name").asString().toLowerCase(Locale.ROOT) + " ",
                "/assets/" + asset.get("id").asString());
        JsonNode weakness = first("weaknesses");
        leadsTo(
                weakness.get("name").asString().toLowerCase(Locale.ROOT),
                "/weaknesses/" + weakness.get("id").asString());
        leadsTo("HEAD OFFICE", "/connectors/" + connector);
    }

    @Test
    void aNameThatTwoAssetsBearLeadsNowhere() throws Exception {
        assertThat(PageText.of(page("TWIN"))).contains("Assets 2", "twin");
    }

    @Test
    void aPartOfANameShowsTheFirstOfEachKindAndHowManyThereAre() throws Exception {
        long weaknesses =
                world.api("GET", "/api/v1/weaknesses?q=cve-", "").get("total").asLong();

        long findings =
                world.api("GET", "/api/v1/findings?q=cve-", "").get("total").asLong();

        String html = page("cve-");

        assertThat(PageText.of(html)).contains("Weaknesses " + weaknesses, "All " + weaknesses + " in the list");
        assertThat(PageText.of(html)).contains("Findings " + String.format(Locale.ROOT, "%,d", findings));
        assertThat(html).contains("href=\"/weaknesses?q=cve-\"", "href=\"/findings?q=cve-\"");
        assertThat(html.split("class=\"first\"", -1).length - 1).isGreaterThanOrEqualTo(SearchSource.SHOWN);
        assertThat(PageText.of(page("office"))).contains("Connectors 1", "Head office");
    }

    @Test
    void whereNothingIsFoundItSaysWhereItLooked() throws Exception {
        assertThat(PageText.of(page("<script>alert(1)</script>")))
                .contains("Found for “ <script>alert(1)</script> ”", "Nothing contains this text");
        assertThat(PageText.of(page(" "))).contains("Type a part of a name");
    }
}
