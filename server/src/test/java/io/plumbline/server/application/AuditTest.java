package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done is written down: by whom, from where, what was before and after, and never a secret. */
class AuditTest {

    private static final String KEY = "an-api-key-that-nobody-may-read-0123456789";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TenantOptions OPTIONS =
            TenantOptions.defaults().withEndpoints(20).withCves(5);

    private static TenantServer world;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(folder, OPTIONS);
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    @Test
    void aSignInOneThatFailedAndASignOut() throws Exception {
        try (Browser browser = new Browser(world.server().base())) {
            browser.get("/login");
            browser.signIn("mallory\r\n2026-01-01 admin SIGNED_IN", "wrong");
            browser.signIn("admin", Browser.PASSWORD);
            browser.get("/settings");
            browser.post("/logout", Map.of());
        }

        List<JsonNode> events = events("action=SIGN_IN_FAILED&limit=1");
        assertThat(events.getFirst().get("target").asString())
                .startsWith("user mallory")
                .doesNotContain("\n", "\r");
        assertThat(events.getFirst().get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(events("action=SIGNED_IN&actor=admin")).isNotEmpty();
        assertThat(events("action=SIGNED_OUT&actor=admin")).isNotEmpty();
    }

    @Test
    void aConnectorsLifeWithEachValueThatChangedAndNoSecret() throws Exception {
        String id = world.connect("Audited");
        patch(id, "{\"settings\":{\"apiKey\":\"" + KEY + "\"},\"dataPulling\":{\"assetRetentionDays\":33}}");
        world.api("POST", "/api/v1/connectors/" + id + "/disable", "");
        world.api("POST", "/api/v1/connectors/" + id + "/enable", "");
        world.api("DELETE", "/api/v1/connectors/" + id, "");

        assertThat(events("q=connector " + id + ",&sort=at").stream()
                        .map(event -> event.get("action").asString()))
                .containsExactly(
                        "CONNECTOR_CREATED",
                        "CONNECTOR_CHANGED",
                        "CONNECTOR_DISABLED",
                        "CONNECTOR_ENABLED",
                        "CONNECTOR_DELETED");
        JsonNode changed =
                events("q=connector " + id + ",&action=CONNECTOR_CHANGED").getFirst();
        assertThat(changed.get("actor").asString()).isEqualTo("PLUMBLINE_ADMIN_TOKEN");
        assertThat(changed.get("before")).isEqualTo(JSON.readTree("{\"dataPulling.assetRetentionDays\":\"90\"}"));
        assertThat(changed.get("after"))
                .isEqualTo(JSON.readTree(
                        "{\"dataPulling.assetRetentionDays\":\"33\",\"settings.apiKey\":\"(set anew)\"}"));
        JsonNode before = events("q=connector " + id + ",&action=CONNECTOR_DELETED")
                .getFirst()
                .get("before");
        assertThat(before.get("name").asString()).as("what it was").isEqualTo("Audited");
        assertThat(before.get("dataPulling.assetRetentionDays").asString()).isEqualTo("33");
        assertThat(everything()).doesNotContain(KEY, OPTIONS.standardKey());
    }

    @Test
    void aSyncThatSomebodyStartsButNoneThatASchedule() throws Exception {
        String id = world.connect("Synced");
        world.sync(id);

        assertThat(events("q=of connector " + id).stream()
                        .map(event -> event.get("action").asString() + " by "
                                + event.get("actor").asString()))
                .containsExactly("SYNC_STARTED by admin");
    }

    @Test
    void theFirstAdministratorIsTheServersOwnDoing() throws Exception {
        JsonNode created = events("action=USER_CREATED&sort=at&limit=1").getFirst();

        assertThat(created.get("target").asString()).isEqualTo("user admin");
        assertThat(created.get("actorKind").asString()).isEqualTo("SYSTEM");
    }

    /** A name is anybody's to choose; what bears it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"system", "nobody", "PLUMBLINE_ADMIN_TOKEN", "token Backup"})
    void aUserWithTheNameOfSomethingElseIsStillAUser(String name) throws Exception {
        try (Browser admin = Browser.signedIn(world.server().base())) {
            admin.get("/settings/users");
            admin.post("/settings/users", Map.of("name", name, "role", "VIEWER", "password", Browser.PASSWORD));
        }
        try (Browser user = new Browser(world.server().base())) {
            user.get("/login");
            user.signIn(name, Browser.PASSWORD);
        }
        JsonNode event = events("action=SIGNED_IN&actor=" + name).getFirst();
        assertThat(event.get("actorKind").asString()).isEqualTo("USER");
        assertThat(event.get("actorId").asInt())
                .isEqualTo(world.server()
                        .bean(JdbcClient.class)
                        .sql("select id from users where name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single());
        assertThat(events("actorKind=TOKEN&action=SIGNED_IN")).isEmpty();
    }

    @Test
    void aChangeWithoutATransactionIsRefused() {
        AuditLog audit = world.server().bean(AuditLog.class);

        assertThatThrownBy(() -> audit.done(AuditAction.SYNC_STARTED, "nothing"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSettings() throws Exception {
        try (Browser browser = Browser.signedIn(world.server().base())) {
            browser.get("/settings");
            browser.post("/settings", Map.of("syncLogRetentionDays", "17"));
            browser.get("/settings");
            browser.post("/settings", Map.of("syncLogRetentionDays", "17"));
        }

        List<JsonNode> events = events("action=SETTINGS_CHANGED");
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().get("after").toString()).contains("17");
    }

    @Test
    void aPageFindsFiltersAndShowsItInFull() throws Exception {
        world.connect("On a page");
        try (Browser browser = Browser.signedIn(world.server().base())) {
            String page = browser.get("/settings/audit?action=CONNECTOR_CREATED&q=on a page".replace(" ", "%20"))
                    .body();
            assertThat(page).contains("1 event", "What: <bdi>Connector created</bdi>");
            Matcher event = Pattern.compile("/settings/audit/[0-9]+").matcher(page);
            assertThat(event.find()).isTrue();
            assertThat(browser.get(event.group()).body())
                    .contains("settings.apiKey", "(set)", "PLUMBLINE_ADMIN_TOKEN", "127.0.0.1");
            assertThat(browser.get("/settings/audit/facets/actor").body()).contains("PLUMBLINE_ADMIN_TOKEN", "admin");
            assertThat(browser.get("/settings/audit/export.csv").body())
                    .startsWith("id,at,actorKind,actorId,actor,action,target");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor = 'nobody'",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_event set actor = 'nobody' where false"
            })
    void nothingInItIsChangedOrTakenAway(String sql) {
        JdbcClient jdbc = world.server().bean(JdbcClient.class);

        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("rows of audit_event are never changed");
    }

    private static void patch(String id, String body) throws Exception {
        world.api("PATCH", "/api/v1/connectors/" + id, body);
    }

    private static String everything() {
        return String.join(
                "\n",
                world.server()
                        .bean(JdbcClient.class)
                        .sql("select e::text from audit_event e")
                        .query(String.class)
                        .list());
    }

    private static List<JsonNode> events(String query) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        world.api("GET", "/api/v1/audit?" + query.replace(" ", "%20"), "")
                .get("items")
                .forEach(events::add);
        return events;
    }
}
