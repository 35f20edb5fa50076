package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectorFormPageTest extends ConnectorPageSuite {

    @Test
    void everythingWrongIsToldBesideItsFieldAndWhatWasEnteredStays() throws Exception {
        PageForm form = filledIn("x".repeat(4_096))
                .with("settings.fqdn", "https://evil.example/\"><script>")
                .with("settings.apiKeyId", "twelve")
                .with("dataPulling.assetRetentionDays", "many")
                .with("dataPulling.maxEndpoints", "0")
                .with("schedule.times", "", "")
                .with("schedule.timeZone", "Nowhere/Land");

        HttpResponse<String> reply = browser.post("/connectors/new", form.fields());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("Nothing was created: 7 fields need another value.")
                .contains("<a href=\"#field-settings-fqdn\">FQDN</a>")
                .contains("id=\"field-settings-apiKeyId\" name=\"settings.apiKeyId\" value=\"twelve\"")
                .contains("aria-describedby=\"field-settings-apiKeyId-error field-settings-apiKeyId-help\"")
                .contains("Must be a whole number from 1 to 3650.", "value=\"many\"")
                .contains("Must be a whole number from 1 to 10000000.", "value=\"0\"")
                .contains("Give at least one time", "Must be a time zone", "value=\"Nowhere/Land\"")
                .contains("value=\"" + "x".repeat(4_096) + "\"")
                .doesNotContain("<script>")
                .doesNotContain(key());
        assertThat(reply.body().split("aria-invalid=\"true\"", -1)).hasSizeGreaterThan(7);
        assertThat(connectors()).noneMatch(connector -> connector.name().startsWith("xxx"));
    }

    @Test
    void creatingStartsTheFirstSyncAndLeadsToTheConnector() throws Exception {
        PageForm form = filledIn("")
                .with("dataPulling.ingest", "ASSETS_ONLY")
                .with("dataPulling.removeAssetsWithStatus", "LOST", "UNINSTALLED")
                .with("dataPulling.otherStatuses", "sleeping, , dormant")
                .with("dataPulling.includeExcluded", "true")
                .with("schedule.times", "13:00", "", "06:30")
                .with("schedule.days", "MONDAY", "FRIDAY")
                .with("schedule.timeZone", "Europe/Paris");

        HttpResponse<String> reply = browser.post("/connectors/new", form.fields());

        assertThat(reply.statusCode()).isEqualTo(303);
        Connector created = connectors().getLast();
        assertThat(reply.headers().firstValue("Location")).contains("/connectors/" + created.id());
        assertThat(created.name()).startsWith("Cortex XDR");
        assertThat(created.dataPulling().ingest()).isEqualTo(DataPulling.Ingest.ASSETS_ONLY);
        assertThat(created.dataPulling().removeAssetsWithStatus())
                .containsExactly("LOST", "UNINSTALLED", "SLEEPING", "DORMANT");
        assertThat(created.dataPulling().includeExcluded()).isTrue();
        Schedule schedule = created.schedule().orElseThrow();
        assertThat(schedule.times()).containsExactly(LocalTime.of(6, 30), LocalTime.of(13, 0));
        assertThat(schedule.days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(schedule.timeZone()).hasToString("Europe/Paris");
        assertThat(syncs(created)).containsExactly("CREATED");
    }

    @Test
    void aFormThatIsSavedAsItIsChangesNothing() throws Exception {
        Connector before = synced("Unchanged");

        HttpResponse<String> reply = browser.post(path(before), form(before).fields());

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location").orElseThrow()).endsWith("/configuration?saved");
        assertThat(now(before).revision()).isEqualTo(before.revision());
        assertThat(browser.get(path(before) + "?saved").body()).contains("It applies from the next sync on.");
        assertThat(syncs(before)).containsExactly("CREATED");
    }

    @Test
    void updateAndSyncNowStartsASync() throws Exception {
        Connector before = synced("Synced again");

        HttpResponse<String> reply = browser.post(
                path(before),
                form(before)
                        .with("schedule.mode", FormValues.BY_HAND)
                        .with("dataPulling.assetRetentionDays", "")
                        .with("sync", "true")
                        .fields());

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).contains("/connectors/" + before.id());
        assertThat(now(before).schedule()).isEmpty();
        assertThat(now(before).dataPulling().assetRetentionDays())
                .as("what was emptied has its default")
                .isEqualTo(90);
        assertThat(syncs(before)).containsExactly("CREATED", "MANUAL");
    }

    @Test
    void aFormThatSomebodyElseOvertookIsRefusedOnceAndKeepsItsEntries() throws Exception {
        Connector before = synced("Overtaken");
        PageForm mine = form(before).with("dataPulling.maxEndpoints", "77");
        browser.post(path(before), form(before).with("name", "Renamed").fields());

        HttpResponse<String> reply = browser.post(path(before), mine.fields());

        assertThat(reply.statusCode()).isEqualTo(412);
        assertThat(reply.body()).contains("Changed meanwhile", "value=\"77\"", "Drop my entries");
        assertThat(now(before).dataPulling().maxEndpoints()).isEqualTo(1_000);
        assertThat(browser.post(path(before), PageForm.on(reply.body()).fields())
                        .statusCode())
                .isEqualTo(303);
        assertThat(now(before).dataPulling().maxEndpoints()).isEqualTo(77);
    }

    @Test
    void theWayToTheVendorIsEnteredStoredAndKept() throws Exception {
        Connector before = synced("By a proxy");
        PageForm entered = form(before)
                .with("connection.proxyUrl", "http://Proxy.example:3128/")
                .with("connection.proxyUser", "plumb")
                .with("connection.proxyPassword", "proxy secret")
                .with("connection.trustedCa", PemCertificatesTest.CERTIFICATE)
                .with("connection.requestsPerSecond", "3");

        HttpResponse<String> asked = browser.post(path(before), entered.fields());
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body())
                .contains("Enter the API key again", "-----BEGIN CERTIFICATE-----")
                .doesNotContain("proxy secret");
        assertThat(browser.post(
                                path(before),
                                entered.with("settings.apiKey", key()).fields())
                        .statusCode())
                .isEqualTo(303);

        Connection stored = now(before).connection();
        assertThat(stored.proxyUrl()).isEqualTo("http://proxy.example:3128");
        assertThat(stored.proxyUser()).isEqualTo("plumb");
        assertThat(stored.trustedCa()).isEqualTo(PemCertificatesTest.CERTIFICATE.strip());
        assertThat(stored.requestsPerSecond()).isEqualTo(3);
        assertThat(browser.get(path(before)).body())
                .contains("Leave empty to keep what is stored", "It goes through the proxy http://proxy.example:3128")
                .doesNotContain("proxy secret");

        long revision = now(before).revision();
        assertThat(browser.post(path(before), form(before).fields()).statusCode())
                .isEqualTo(303);
        assertThat(now(before).revision())
                .as("saved as it is shown, nothing changes")
                .isEqualTo(revision);
    }

    /** Each of these would let the stored key be seen by somebody whom the person who entered it did not mean. */
    @ParameterizedTest
    @CsvSource({
        "settings.fqdn, other.xdr.eu.paloaltonetworks.com",
        "settings.securityLevel, ADVANCED",
        "connection.proxyUrl, http://proxy.example:3128",
        "connection.trustedCa, PEM"
    })
    void theKeyIsAskedForAgainWhere(String field, String value) throws Exception {
        Connector before = synced("Bound by " + field);

        HttpResponse<String> reply = browser.post(
                path(before),
                form(before)
                        .with(field, value.equals("PEM") ? PemCertificatesTest.CERTIFICATE : value)
                        .fields());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<p class=\"problem\" id=\"field-settings-apiKey-error\"><bdi>Enter the API key again");
        assertThat(now(before).revision()).isEqualTo(before.revision());
    }

    @Test
    void aProxyThatTheOperatorDoesNotAllowIsRefusedBesideItsField() throws Exception {
        HttpResponse<String> reply = browser.post(
                "/connectors/new",
                filledIn("Wrong way")
                        .with("connection.proxyUrl", "http://evil.example:3128")
                        .with("connection.trustedCa", "no certificate")
                        .with("connection.proxyPassword", "proxy secret")
                        .fields());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains(
                        "id=\"field-connection-proxyUrl-error\"",
                        "PLUMBLINE_ALLOWED_PROXIES",
                        "id=\"field-connection-trustedCa-error\"",
                        "id=\"field-connection-proxyPassword-error\"")
                .doesNotContain("proxy secret");
    }

    @Test
    void plainHttpIsToldOfOnTheFormOnTheConnectorsPageAndInTheLog() throws Exception {
        Connector plain = synced("In the clear");

        String warning = "it reaches the vendor by plain HTTP";
        assertThat(browser.post("/connectors/summary", filledIn("New").fields()).body())
                .contains(warning);
        assertThat(browser.get("/connectors/" + plain.id()).body()).contains(warning);
        assertThat(server.bean(JdbcClient.class)
                        .sql("""
                                select count(*)
                                from sync_log l
                                join sync s on s.id = l.sync_id
                                where s.connector_id = :connector and l.level = 'WARN' and l.message like '%plain HTTP%'""")
                        .param("connector", plain.id())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(browser.post(
                                "/connectors/summary",
                                filledIn("New")
                                        .with("settings.fqdn", "tenant.xdr.eu.paloaltonetworks.com")
                                        .fields())
                        .body())
                .contains("api-tenant.xdr.eu")
                .doesNotContain("plain HTTP");
    }

    @Test
    void anotherTenantHasToBeMeant() throws Exception {
        Connector before = synced("Moved");
        PageForm form = form(before)
                .with("settings.fqdn", "other.xdr.eu.paloaltonetworks.com")
                .with("settings.apiKey", key());

        HttpResponse<String> asked = browser.post(path(before), form.fields());

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body())
                .contains("this would look at another tenant", "name=\"confirmTenantChange\"")
                .doesNotContain(key());
        HttpResponse<String> confirmed = browser.post(
                path(before),
                PageForm.on(asked.body())
                        .with("settings.apiKey", key())
                        .with("confirmTenantChange", "true")
                        .fields());
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(now(before).settings().get("fqdn")).isEqualTo("https://api-other.xdr.eu.paloaltonetworks.com");
    }

    @Test
    void theSummaryFollowsWhatIsEntered() throws Exception {
        PageForm form = filledIn("Told")
                .with("settings.fqdn", "tenant.xdr.eu.paloaltonetworks.com")
                .with("settings.apiKey")
                .with("schedule.days", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .with("schedule.times", "06:00", "18:00")
                .with("dataPulling.maxEndpoints", "5000")
                .with("dataPulling.removeAssetsWithStatus", "LOST");

        assertThat(browser.post("/connectors/summary", form.fields()).body())
                .contains("From Monday to Friday at 06:00 and 18:00 UTC, Plumbline reads assets and findings from "
                        + "https://api-tenant.xdr.eu.paloaltonetworks.com")
                .contains("more than 5,000 endpoints")
                .contains("at once one whose status is LOST");
        assertThat(browser.post(
                                "/connectors/summary",
                                form.with("dataPulling.maxEndpoints", "x")
                                        .with("schedule.times")
                                        .fields())
                        .body())
                .contains("a schedule that is not complete yet", "is not settled yet");
    }

    @Test
    void anUnsavedFormIsTestedCheckByCheck() throws Exception {
        int before = connectors().size();

        String page = tested(filledIn("Tried").with("schedule.times").with("dataPulling.assetRetentionDays", "x"));

        assertThat(page)
                .contains("Passed", "7 of 7 checks passed", "no promise that a sync succeeds")
                .contains("FQDN is well-formed and allowed", "Name resolves", "API key is accepted")
                .contains("The tenant has 12 endpoints.", "The tenant knows 8 CVEs.")
                .doesNotContain(key());
        assertThat(connectors()).hasSize(before);
    }

    @Test
    void aFailedTestShowsTheVendorsErrorAndWhatToDo() throws Exception {
        assertThat(tested(filledIn("Refused").with("settings.apiKey", "wrong-" + key())))
                .contains("The tenant does not accept the API key", "Check API key, key ID and security level")
                .contains("HTTP 401", "Public API request unauthorized")
                .contains("Skipped, because an earlier check failed.")
                .doesNotContain(key());
    }

    @Test
    void aStoredConnectorIsTestedWithItsStoredKey() throws Exception {
        Connector connector = synced("Tested");

        HttpResponse<String> reply =
                browser.post(path(connector) + "/test", form(connector).fields());

        assertThat(watched(reply)).contains("7 of 7 checks passed");
    }

    @Test
    void aFormThatCannotBeTestedSaysWhichFieldsComeFirst() throws Exception {
        HttpResponse<String> reply = browser.post(
                "/connectors/new/test",
                filledIn("Wrong").with("settings.fqdn", "").fields());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("Not tested: these fields first.", "FQDN");
    }

    private String tested(PageForm form) throws Exception {
        return watched(browser.post("/connectors/new/test", form.fields()));
    }

    /** The page of a test once it has ended; without script it reloads itself until then. */
    private String watched(HttpResponse<String> started) throws Exception {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(303);
        String address = started.headers().firstValue("Location").orElseThrow();
        AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
        await(() -> {
            last.set(browser.get(address));
            return !last.get().body().contains("http-equiv=\"refresh\"");
        });
        return last.get().body();
    }

    private static String path(Connector connector) {
        return "/connectors/" + connector.id() + "/configuration";
    }

    private PageForm form(Connector connector) throws Exception {
        return PageForm.on(browser.get(path(connector)).body());
    }

    private static Connector now(Connector connector) {
        return server.bean(Connectors.class).get(connector.id());
    }

    /** The triggers of its syncs, in order. */
    private static List<String> syncs(Connector connector) {
        return server.bean(JdbcClient.class)
                .sql("select trigger from sync where connector_id = :connector and kind = 'SYNC' order by id")
                .param("connector", connector.id())
                .query(String.class)
                .list();
    }
}
