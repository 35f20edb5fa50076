package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assets, weaknesses, findings and the dashboard as somebody without scripts sees them, after two syncs of a small company. */
class InventoryPagesTest {

    private static final String EVIL = "<script>alert(1)</script>\u202Egnp.exe";
    private static final String LONG_TAG = "t".repeat(4_000);

    private static final JsonMapper JSON = new JsonMapper();

    private static SimulatedTenant tenant;
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        tenant = SimulatedTenant.start(TenantOptions.defaults().empty());
        var endpoints = tenant.console().endpoints();
        for (int number = 0; number < 60; number++) {
            endpoints.put("%032x".formatted(number), "host-%02d".formatted(number));
        }
        endpoints.put("%032x".formatted(100), EVIL);
        endpoints.setTags("%032x".formatted(100), List.of("=cmd|' /C calc'!A0", LONG_TAG), List.of());
        tenant.console()
                .cves()
                .put("CVE-2024-1", 9.8, "CRITICAL", "worst <b>of</b> all", List.of("host-00", "host-01", EVIL));
        tenant.console().cves().put("CVE-2024-2", 5.0, "MEDIUM", "middling", List.of("host-00", "host-02"));
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        sync(create());
        endpoints.remove("%032x".formatted(59));
        tenant.console().cves().patchHost("CVE-2024-2", "host-02");
        sync("/api/v1/connectors/1/syncs");
        browser = Browser.signedIn(server.base());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets",
                "/assets?status=ARCHIVED",
                "/assets?q=script",
                "/assets/facets/tag",
                "/assets/facets/operatingSystem?find=x",
                "/weaknesses",
                "/weaknesses/1",
                "/findings",
                "/findings?state=FIXED",
                "/findings/facets/severity"
            })
    void pagesHoldNoScriptOfAVendorAndNoStyleOfTheirOwn(String path) throws Exception {
        HttpResponse<String> page = browser.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>alert", "<b>of</b>", " style=", "<style")
                .doesNotContainPattern("<[^>]+ on[a-z]+=\"");
    }

    @Test
    void theListCountsAndPagesLikeTheApi() throws Exception {
        String first = browser.get("/assets?limit=25").body();

        assertThat(first).contains("60 assets", "1–25 of 60");
        String second = browser.get(link(first, "rel=\"next\"")).body();
        assertThat(second).contains("26–50 of 60", "First page");
        String third = browser.get(link(second, "rel=\"next\"")).body();
        assertThat(third).contains("51–60 of 60").doesNotContain("rel=\"next\"");
    }

    @Test
    void aFilterTellsHowManyItLeaves() throws Exception {
        String menu = browser.get("/findings/facets/severity").body();

        assertThat(row(menu, "Critical")).contains(">3<");
        assertThat(row(menu, "Medium")).contains(">1<");
        assertThat(browser.get("/findings?severity=CRITICAL").body())
                .contains("3 findings", "Severity: <bdi>Critical</bdi>");
    }

    @Test
    void whatNothingMatchesSaysHowToGoOn() throws Exception {
        assertThat(browser.get("/assets?q=nowhere").body())
                .contains("Nothing matches", "href=\"/assets\">Clear all filters");
    }

    @Test
    void aMistypedFilterIsAPageThatNamesIt() throws Exception {
        HttpResponse<String> page = browser.get("/assets?colour=red");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<!doctype html>", "colour: Is no parameter of this list.");
    }

    @Test
    void columnsAreChosenInTheAddress() throws Exception {
        String page = browser.get("/assets?columns=externalId").body();

        assertThat(page).contains("External identifier").doesNotContain("data-label=\"Operating system\"");
    }

    @Test
    void anAssetSaysWhereEachOfItsValuesComesFrom() throws Exception {
        String list = browser.get("/assets").body();

        assertThat(browser.get(link(list, "host-05")).body())
                .contains("No open findings", "aria-label=\"Why: Name\"", "<code>endpoint_name</code>")
                .contains("The id where the name is blank.");
    }

    @Test
    void aFindingAndItsWeaknessDoLikewise() throws Exception {
        String weaknesses = browser.get("/weaknesses").body();
        String findings = browser.get("/findings?sort=assetName").body();

        assertThat(browser.get(link(findings, "CVE-")).body())
                .contains("aria-label=\"Why: Severity\"", "<code>severity_score</code>", "CVSS v3 band")
                .contains("aria-label=\"Why: State\"", "<code>affected_hosts_count</code>");
        assertThat(browser.get(link(weaknesses, "CVE-")).body())
                .contains("aria-label=\"Why: Severity\"", "aria-label=\"Why: Publication date\"");
    }

    @Test
    void anArchivedAssetShowsWhatIsWithheldWithIt() throws Exception {
        String list = browser.get("/assets?status=ARCHIVED").body();

        assertThat(browser.get(link(list, "host-59")).body())
                .contains("Withheld findings", "&amp;withheld=ASSET_ARCHIVED")
                .doesNotContain("No open findings");
    }

    @Test
    void anArchivedAssetSaysWhyAndSinceWhen() throws Exception {
        String list = browser.get("/assets?status=ARCHIVED").body();
        String asset = browser.get(link(list, "host-59")).body();

        assertThat(asset)
                .contains(
                        "a complete sync did not return it",
                        "Archived: a complete sync did not return it",
                        "Came into the inventory");
    }

    @Test
    void aFixedFindingShowsItsHistory() throws Exception {
        String list = browser.get("/findings?state=FIXED").body();
        String finding = browser.get(link(list, "CVE-2024-2")).body();

        assertThat(finding).contains("class=\"state fixed\"", "a complete sync no longer listed it", "First observed");
    }

    @Test
    void exportsHoldWhatThePageShows() throws Exception {
        String csv = browser.get("/findings/export.csv?severity=CRITICAL&columns=state&from=7")
                .body();
        String lines = browser.get("/assets/export.jsonl?q=host-0").body();

        assertThat(csv.lines()).hasSize(4);
        assertThat(lines.lines())
                .hasSize(10)
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).get("name").asString()).startsWith("host-0"));
    }

    @Test
    void everyNumberOfTheDashboardLeadsToAListThatHasAsMany() throws Exception {
        String dashboard = browser.get("/").body();

        assertThat(dashboard).contains("60 assets", "1 archived");
        Matcher figure = Pattern.compile("class=\"figure\" href=\"([^\"]+)\"><strong>([0-9,]+)</strong>")
                .matcher(dashboard);
        int figures = 0;
        while (figure.find()) {
            figures++;
            String many = figure.group(2).equals("1") ? "1 finding" : figure.group(2) + " findings";
            assertThat(browser.get(figure.group(1)).body()).contains(many);
        }
        assertThat(figures).isEqualTo(6);
        assertThat(browser.get("/findings?state=FIXED").body()).contains("1 finding");
        Matcher affected = Pattern.compile("class=\"number\" href=\"(/assets[?]weaknessId=[0-9]+)\">([0-9]+)<")
                .matcher(dashboard);
        while (affected.find()) {
            figures++;
            String many = affected.group(2).equals("1") ? "1 asset" : affected.group(2) + " assets";
            assertThat(browser.get(affected.group(1)).body()).contains(many);
        }
        assertThat(figures).isEqualTo(6 + 2);
    }

    @Test
    void nothingIsThereForWhoeverIsNotSignedIn() throws Exception {
        try (Browser stranger = new Browser(server.base())) {
            for (String path :
                    List.of("/", "/assets", "/assets/1-1", "/findings/export.csv", "/weaknesses/facets/severity")) {
                assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
            }
        }
    }

    private static String link(String page, String marker) {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>(?:<bdi>)?[^<]*")
                .matcher(page);
        return link.results()
                .filter(found -> found.group().contains(marker))
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link with " + marker));
    }

    private static String row(String page, String label) {
        return page.lines()
                .filter(line -> line.contains("<bdi>" + label + "</bdi>"))
                .findFirst()
                .orElse("");
    }

    private static String create() throws IOException, InterruptedException {
        var options = TenantOptions.defaults();
        var body = JSON.createObjectNode().put("type", "cortex-xdr").put("name", "Tenant");
        body.putObject("settings")
                .put("fqdn", tenant.url().toString())
                .put("apiKeyId", options.standardKeyId())
                .put("apiKey", options.standardKey())
                .put("securityLevel", "STANDARD");
        HttpResponse<String> reply =
                server.send(request("/api/v1/connectors?sync=false").POST(BodyPublishers.ofString(body.toString())));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return "/api/v1/connectors/" + JSON.readTree(reply.body()).get("id").asString() + "/syncs";
    }

    private static void sync(String path) throws IOException, InterruptedException {
        JsonNode started = JSON.readTree(
                server.send(request(path).POST(BodyPublishers.ofString("{}"))).body());
        String sync = "/api/v1/syncs/" + started.get("id").asString();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        JsonNode now = started;
        while (List.of("QUEUED", "RUNNING").contains(now.get("status").asString())) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
            now = JSON.readTree(server.get(sync).body());
        }
        assertThat(now.get("status").asString()).as(now.toString()).isEqualTo("SUCCEEDED");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.base().resolve(path))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .header("Content-Type", "application/json");
    }
}
