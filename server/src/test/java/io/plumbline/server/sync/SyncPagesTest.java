package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.PageText;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import io.plumbline.simulator.vendor.Requests.Hold;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of syncs against a tenant, read without any script. */
class SyncPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TenantServer world;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(folder, TenantOptions.defaults());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void mend() {
        world.tenant().faults().clear();
        world.tenant().requests().releaseAll();
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> reply = world.browser().get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        PageText.assertHarmless(reply.body());
        return reply.body();
    }

    private static String text(String path) throws Exception {
        return PageText.of(page(path));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    /** Keeps the next query of vulnerabilities waiting: by then all endpoints are read. */
    private static Hold holdAtFindings() {
        var requests = world.tenant().requests();
        return requests.hold(Call.START_XQL_QUERY, requests.count(Call.START_XQL_QUERY) + 1);
    }

    @Test
    void aRunningSyncShowsHowFarItIsAndCanBeCancelled() throws Exception {
        String connector = world.connect("Running");
        Hold hold = holdAtFindings();
        String path = world.startSync(connector);
        assertThat(hold.awaitArrival(PATIENCE)).isTrue();

        // The last line before the hold: lines and figures are written each in their own time.
        String _ = world.awaitPage(path, "Reading findings.");
        String html = world.awaitPage(path, "230 of 230 endpoints");
        assertThat(PageText.of(html))
                .contains("Running", "Started by hand", "Fetching", "3 pages, 230 of 230 endpoints", "so far")
                .contains("The inventory stays as it is until the end")
                .contains("Sync started by a person.");
        PageText.assertHarmless(html);

        String again = found("id=\"progress\" hx-get=\"([^\"]+)\" hx-trigger=\"every 1s\"", html);
        assertThat(page(again)).startsWith("<section id=\"progress\"").doesNotContain("id=\"said\"");
        assertThat(page(path + "/progress?seen=Initiating"))
                .contains("<div id=\"said\" hx-swap-oob=\"innerHTML\">Fetching</div>");

        String more = found("class=\"rest\" hx-get=\"([^\"]+)\" hx-trigger=\"every 1s\"", html);
        assertThat(world.browser().get(more).statusCode()).isEqualTo(204);
        assertThat(page(more.replaceAll("after=\\d+", "after=-1"))).contains("Sync started by a person.");

        String tab = "/connectors/" + connector + "/syncs";
        assertThat(page(tab)).contains("id=\"syncs\" hx-get=\"" + tab + "\" hx-trigger=\"every 2s\"");

        HttpResponse<String> second = world.browser().post("/connectors/" + connector + "/syncs", Map.of());
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(TenantServer.pathOf(second)).startsWith(path + "?");
        assertThat(text(TenantServer.pathOf(second))).contains("no other was started");

        HttpResponse<String> cancel = world.browser().post(path + "/cancel", Map.of());
        assertThat(TenantServer.pathOf(cancel)).isEqualTo(path);
        world.awaitEnd(path);
        String ended = page(path);
        assertThat(PageText.of(ended))
                .contains("Cancelled", "The sync was cancelled.", "Nothing was changed", "What to do:", "Sync again");
        assertThat(ended).contains("<section id=\"progress\">").doesNotContain("Cancel the sync");
        assertThat(page(tab)).contains("<div id=\"syncs\">");
        assertThat(page(again)).contains("hx-trigger=\"load\" hx-target=\"#sync\"", "The sync: cancelled");

        HttpResponse<String> late = world.browser().post(path + "/cancel", Map.of());
        assertThat(text(TenantServer.pathOf(late))).contains("It was too late to cancel");
    }

    @Test
    void aSyncThatSucceededShowsWhatItChangedAndItsLog() throws Exception {
        String path = world.sync(world.connect("Succeeding"));

        String html = page(path);
        assertThat(PageText.of(html))
                .contains("Succeeded", "All of its changes are in the inventory.", "What it changed")
                .contains("Read: 3 pages, 230 of 230 endpoints")
                .doesNotContain("not begun", "What to do:");
        assertThat(html)
                .contains("data-label=\"before\">0<", "data-label=\"created\">230<")
                .containsPattern("data-label=\"after\">.*230<")
                .doesNotContain("hx-trigger=\"load\"");
        assertThat(found("data-label=\"open after\">.*?</span>([0-9,]+)<", html))
                .isEqualTo(String.format(
                        java.util.Locale.ROOT, "%,d", world.tenant().cves().distinctPairs(Duration.ofDays(30))));

        assertThat(text(path + "?stage=NORMALIZING"))
                .contains("Assets: 230 received")
                .doesNotContain("by a person");
        assertThat(text(path + "?level=ERROR")).contains("No line passes these filters.");
        assertThat(world.browser().get(path + "?level=LOUD").statusCode()).isEqualTo(400);

        HttpResponse<String> download = world.browser().get(path + "/log.txt?level=INFO&stage=INITIATING");
        assertThat(download.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(download.body())
                .contains(": SUCCEEDED\n", "INFO  INITIATING        Sync started by a person.\n")
                .doesNotContain("NORMALIZING");
    }

    @Test
    void aSyncThatFailedSaysWhyWhatToDoAndWhatCame() throws Exception {
        String connector = world.connect("Failing");
        world.tenant()
                .faults()
                .always(
                        Call.GET_ENDPOINT,
                        new Fault.Status(402, "text/html", "<script>alert(1)</script><p style='x'>no licence</p>"));

        String path = world.sync(connector);

        String html = page(path);
        assertThat(PageText.of(html))
                .contains("Failed", "LICENSE_MISSING", "Nothing was changed", "What to do:", "Received until then: 0")
                .contains("402", "<script>alert(1)</script>");
        assertThat(html).contains("data-copy=\"#payload\"", "<pre id=\"payload\">", "stopped here");
        assertThat(text(path + "?level=ERROR")).contains("LICENSE_MISSING: ");
    }

    @Test
    void aWrongKeyIsToldWithItsRemedy() throws Exception {
        String connector = world.connect("Refused");
        world.tenant().faults().always(Call.GET_ENDPOINT, new Fault.Status(401, "application/json", "{}"));

        assertThat(text(world.sync(connector))).contains("AUTHENTICATION_FAILED", "Nothing was changed", "What to do:");
    }

    @Test
    void theTabListsSyncsFiltersThemAndPages() throws Exception {
        String connector = world.connect("Listed");
        String tab = "/connectors/" + connector + "/syncs";
        assertThat(text(tab)).contains("No sync yet");
        String first = world.sync(connector);
        world.tenant().faults().always(Call.GET_ENDPOINT, new Fault.Status(401, "application/json", "{}"));
        String second = world.sync(connector);

        String html = page(tab);
        assertThat(PageText.of(html))
                .contains("2 syncs", "kept for 90 days", "Failed", "nothing was changed", "Succeeded", "By hand");
        assertThat(html.indexOf("href=\"" + second + "\"")).isLessThan(html.indexOf("href=\"" + first + "\""));
        assertThat(page(tab + "?status=FAILED"))
                .contains("href=\"" + second + "\"")
                .doesNotContain("href=\"" + first + "\"");
        assertThat(text(tab + "?status=CANCELLED")).contains("No sync has such a status");

        String newest = page(tab + "?limit=1");
        assertThat(newest).contains("1–1 of 2", second).doesNotContain("href=\"" + first + "\"");
        String older = page(found("class=\"btn\" href=\"([^\"]+)\" rel=\"next\"", newest));
        assertThat(older).contains("2–2 of 2", "href=\"" + first + "\"").doesNotContain("href=\"" + second + "\"");
    }

    @Test
    void aSyncStandsUnderItsOwnConnectorOnly() throws Exception {
        String path = world.sync(world.connect("Mine"));
        String other = world.connect("Other");

        String elsewhere = path.replaceFirst("/connectors/\\d+", "/connectors/" + other);
        assertThat(world.browser().get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(world.browser().post(elsewhere + "/cancel", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(world.browser().get("/connectors/4711/syncs").statusCode()).isEqualTo(404);
        assertThat(world.browser()
                        .get("/connectors/" + other + "/syncs/nonsense")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aConnectorThatDoesNotSyncSaysSo() throws Exception {
        String connector = world.connect("Disabled");
        world.api("POST", "/api/v1/connectors/" + connector + "/disable", "");

        world.browser().get("/connectors/" + connector + "/syncs");
        HttpResponse<String> refused = world.browser().post("/connectors/" + connector + "/syncs", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(PageText.of(refused.body())).contains("The connector is disabled: enable it to sync.");
    }
}
