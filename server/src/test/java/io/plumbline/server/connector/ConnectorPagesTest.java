package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectorPagesTest extends ConnectorPageSuite {

    private static final Pattern CODE_IN_PAGE =
            Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?! src=\"/static/)");

    @BeforeEach
    void withoutConnectors() {
        server.bean(JdbcClient.class)
                .sql("update connector set deleting = true")
                .update();
        server.bean(JdbcClient.class).sql("delete from connector").update();
    }

    @Test
    void withoutConnectorsTheListLeadsToTheLibrary() throws Exception {
        assertThat(browser.get("/connectors").body())
                .contains("No connectors yet", "href=\"/connectors/library\"")
                .doesNotContain("every 2s");
    }

    @Test
    void theListTellsHowEachConnectorDoes() throws Exception {
        Connector connector = synced("Head office");
        ConnectorFacts.Holdings held =
                server.bean(ConnectorStates.class).of(connector).holdings();

        String page = browser.get("/connectors").body();

        assertThat(held.assets()).isPositive();
        assertThat(page)
                .contains("1 connector", "Head office", "Cortex XDR", "Connected", "Synced just now, next ")
                .contains("/assets?connectorId=" + connector.id() + "\">" + held.assets() + "</a>")
                .contains(held.allOpenFindings() + " open findings")
                .doesNotContain("hx-get=\"/connectors\"");
    }

    @Test
    void whileAConnectorIsBusyTheListLooksAgainByItself() throws Exception {
        Connector connector = stored("Busy");
        server.bean(JdbcClient.class)
                .sql("""
                        insert into sync (connector_id, kind, trigger, status, stage, done, total, queued_at, started_at, heartbeats, node)
                        values (:connector, 'SYNC', 'MANUAL', 'RUNNING', 'FETCHING', 1200, 4000, :now, :now, 1, 'elsewhere')""")
                .param("connector", connector.id())
                .param("now", OffsetDateTime.parse("2026-05-04T03:02:01Z"))
                .update();

        assertThat(browser.get("/connectors").body())
                .contains("Syncing", "Fetching, 1,200 of 4,000 rows, since ", "<progress max=\"4000\" value=\"1200\"")
                .contains("hx-get=\"/connectors\"", "every 2s");
        assertThat(browser.get("/connectors/" + connector.id()).body())
                .contains("Fetching, 1,200 of 4,000 rows")
                .contains("hx-get=\"/connectors/" + connector.id() + "\"");
    }

    @Test
    void theLibraryIsSearchedByNameAndByCategory() throws Exception {
        assertThat(browser.get("/connectors/library").body()).contains("Cortex XDR", "Fake Vendor");
        assertThat(browser.get("/connectors/library?q=cORTEX").body())
                .contains("/connectors/new?type=cortex-xdr")
                .doesNotContain("Fake Vendor");
        assertThat(browser.get("/connectors/library?category=Tests").body())
                .contains("/connectors/new?type=fake-vendor")
                .doesNotContain("/connectors/new?type=cortex-xdr");
        assertThat(browser.get("/connectors/library?q=%3Cscript%3E").body())
                .contains("Nothing found", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void aTileTellsWhatTheTypeDocuments() throws Exception {
        assertThat(browser.get("/connectors/library?q=cortex").body())
                .contains("Endpoint Security", "Assets and Findings", "Devices", "One-directional", "SaaS (latest)")
                .contains("Cortex XDR Pro per Endpoint licence", "Host Insights", "An API key of security level")
                .contains("POST /public_api/v1/endpoints/get_endpoint", "POST /public_api/v1/xql/start_xql_query")
                .contains("Of a tenant with more endpoints than the connector's maximum nothing is taken in");
    }

    @Test
    void theMappingNamesEveryFieldAndItsSource() throws Exception {
        Connector connector = stored("Mapped");

        assertThat(browser.get("/connectors/" + connector.id() + "/mapping").body())
                .contains(
                        "MAC addresses", "<code>mac_address</code>", "Severity driver", "<code>severity_score</code>");
    }

    @Test
    void tabsLeadToEachOtherAndTellWhichOneIsHere() throws Exception {
        Connector connector = stored("Tabbed");
        String path = "/connectors/" + connector.id();

        assertThat(browser.get(path + "/mapping").body())
                .contains("<a href=\"" + path + "\">Overview</a>")
                .contains("<a href=\"" + path + "/mapping\" aria-current=\"page\">Data mapping</a>")
                .contains("<a href=\"" + path + "/configuration\">Configuration</a>");
    }

    @Test
    void aConnectorIsSwitchedOffAndOn() throws Exception {
        Connector connector = stored("Switched");
        String path = "/connectors/" + connector.id();
        browser.get(path);

        HttpResponse<String> off = browser.post(path + "/disable", Map.of("list", "true"));

        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(off.headers().firstValue("Location")).contains("/connectors");
        assertThat(browser.get("/connectors").body()).contains("Disabled", "Never synced", path + "/enable");
        browser.post(path + "/enable", Map.of());
        assertThat(connectors()).singleElement().extracting(Connector::enabled).isEqualTo(true);
    }

    @Test
    void deletingTellsItsNumbersAndTakesTheNameAsItsConfirmation() throws Exception {
        Connector connector = synced("Old <tenant>");
        String path = "/connectors/" + connector.id() + "/delete";
        ConnectorFacts.Holdings held =
                server.bean(ConnectorStates.class).of(connector).holdings();

        assertThat(browser.get(path).body())
                .contains(
                        "This deletes %d assets and %d open findings".formatted(held.assets(), held.allOpenFindings()));
        HttpResponse<String> wrong = browser.post(path, Map.of("name", "yes"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("nothing was deleted", "aria-invalid=\"true\"", "value=\"yes\"");
        assertThat(connectors()).extracting(Connector::deleting).containsExactly(false);

        HttpResponse<String> right = browser.post(path, Map.of("name", " old <TENANT> "));
        assertThat(right.statusCode()).isEqualTo(303);
        await(() -> connectors().isEmpty());
        assertThat(browser.get("/connectors").body()).contains("No connectors yet");
    }

    @Test
    void aNameThatNobodyCanTypeCanStillBeConfirmed() {
        assertThat(DeletionPage.confirms("abc def", stored("a\u202Eb\u200Bc\u00A0 def")))
                .isTrue();
        Connector unseen = stored("\u200B\u200F");
        assertThat(DeletionPage.confirms("", unseen)).isFalse();
        assertThat(DeletionPage.confirms("connector " + unseen.id(), unseen)).isTrue();
    }

    @Test
    void hostileNamesStayTextAndKeepTheirDirectionToThemselves() throws Exception {
        Connector script = stored("<script>alert(1)</script>\"'><img src=x onerror=alert(2)>");
        Connector turned = stored("abc\u202Edcba\u2066");

        for (Connector connector : List.of(script, turned)) {
            for (String page : List.of("", "/mapping", "/configuration", "/delete")) {
                assertThat(browser.get("/connectors/" + connector.id() + page).body())
                        .as(page)
                        .doesNotContain("<script>", "<img", "\"'>");
            }
        }
        assertThat(browser.get("/connectors").body())
                .doesNotContain("<script>", "<img")
                .contains("<bdi>" + turned.name() + "</bdi>");
    }

    @Test
    void noPageBearsCodeOrStyleOfItsOwn() throws Exception {
        String path = "/connectors/" + synced("Plain").id();
        for (String page : List.of(
                "/connectors",
                "/connectors/library",
                "/connectors/new?type=cortex-xdr",
                path,
                path + "/mapping",
                path + "/configuration",
                path + "/delete",
                "/connectors/tests/unknown")) {
            String html = browser.get(page).body();
            assertThat(CODE_IN_PAGE.matcher(html).results().map(found -> found.group()))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() throws Exception {
        for (String page : List.of("/connectors/999999", "/connectors/nonsense", "/connectors/new?type=unknown")) {
            HttpResponse<String> reply = browser.get(page);
            assertThat(reply.statusCode()).as(page).isEqualTo(404);
            assertThat(reply.body()).contains("There is no connector");
        }
    }
}
