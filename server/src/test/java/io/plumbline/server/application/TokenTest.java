package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tokens from their making to their end. */
class TokenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** @return the token's text */
    static String make(RunningServer server, String name, String role, @Nullable Instant expiresAt) throws Exception {
        HttpResponse<String> made = post(server, body(name, role, expiresAt));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body()).get("token").asString();
    }

    @Test
    void aTokenIsToldOnceAndNeverStored() throws Exception {
        String token = make(server, "told once", "VIEWER", null);

        JsonNode listed = find("told once");
        assertThat(listed.get("prefix").asString()).isEqualTo(token.substring(0, 13));
        assertThat(server.get("/api/v1/tokens").body()).doesNotContain(token);
        assertThat(server.bean(JdbcClient.class)
                        .sql("select encode(digest, 'escape') || t::text from api_token t")
                        .query(String.class)
                        .list())
                .allSatisfy(row -> assertThat(row).doesNotContain(token.substring(14)));
    }

    @Test
    void itOpensWhatItsRoleOpensAndIsSeenToBeUsed() throws Exception {
        String token = make(server, "used", "VIEWER", null);
        assertThat(find("used").get("lastUsedAt").isNull()).isTrue();

        assertThat(status(token, "/api/v1/assets")).isEqualTo(200);
        assertThat(status(token, "/api/v1/audit")).isEqualTo(403);
        assertThat(Instant.parse(find("used").get("lastUsedAt").asString()).getEpochSecond() % 60)
                .isZero();
    }

    @Test
    void aRevokedOneOpensNothing() throws Exception {
        String token = make(server, "revoked", "ADMINISTRATOR", null);
        assertThat(status(token, "/api/v1/assets")).isEqualTo(200);

        HttpResponse<String> revoked = server.send(HttpRequest.newBuilder(
                        uri("/api/v1/tokens/" + find("revoked").get("id").asString()))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .DELETE());

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(status(token, "/api/v1/assets")).isEqualTo(401);
    }

    @Test
    void anExpiredOneOpensNothing() throws Exception {
        String token = make(server, "expired", "VIEWER", Instant.now().plusSeconds(3600));
        assertThat(status(token, "/api/v1/assets")).isEqualTo(200);

        server.bean(JdbcClient.class)
                .sql("update api_token set expires_at = now() where name = 'expired'")
                .update();

        assertThat(status(token, "/api/v1/assets")).isEqualTo(401);
    }

    @Test
    void aCursorThatNobodyWasGivenIsRefused() throws Exception {
        for (String cursor : new String[] {"x", "YQ", "WyIwIiwieCJd"}) {
            HttpResponse<String> reply = server.get("/api/v1/tokens?cursor=" + cursor);
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("\"cursor\"");
        }
    }

    @Test
    void aGuessIsNoToken() throws Exception {
        String token = make(server, "guessed", "VIEWER", null);
        char last = token.charAt(token.length() - 2);
        String near =
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);

        assertThat(status(near, "/api/v1/assets")).isEqualTo(401);
        assertThat(status(token + "A", "/api/v1/assets")).isEqualTo(401);
        assertThat(status(token.substring(0, 13), "/api/v1/assets")).isEqualTo(401);
        assertThat(status(token.toUpperCase(java.util.Locale.ROOT), "/api/v1/assets"))
                .isEqualTo(401);
        assertThat(status("", "/api/v1/assets")).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsToldBesideItsField() throws Exception {
        make(server, "taken", "VIEWER", null);

        assertThat(post(server, body("", "VIEWER", null)).body()).contains("\"field\":\"name\"", "Is needed.");
        assertThat(post(server, body("Taken", "VIEWER", null)).body()).contains("Another token has this name.");
        assertThat(post(server, body("old", "VIEWER", Instant.EPOCH)).body())
                .contains("\"field\":\"expiresAt\"", "Must lie in the future.");
        assertThat(post(server, "{\"name\":\"x\",\"role\":\"KING\"}").body()).contains("\"field\":\"role\"");
        assertThat(post(server, "{\"name\":\"x\"}").body()).contains("\"field\":\"role\"", "Is needed.");
        assertThat(post(server, body("a\u2028b", "VIEWER", null)).body()).contains("Must be on one line");
    }

    /** What is bent into shape is not what somebody meant: 2 is no name of a role. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "role|{'name':'bent','role':2}",
                "name|{'name':123,'role':'VIEWER'}",
                "name|{'name':true,'role':'VIEWER'}",
                "name|{'name':1.5,'role':'VIEWER'}",
                "name|{'name':'q\\ud800','role':'VIEWER'}",
                "expiresAt|{'name':'bent','role':'VIEWER','expiresAt':4000000000}",
                "expiresAt|{'name':'bent','role':'VIEWER','expiresAt':'+294277-01-01T00:00:00Z'}",
                "expiresAt|{'name':'bent','role':'VIEWER','expiresAt':'tomorrow'}"
            })
    void aValueOfAnotherTypeIsRefusedBesideItsField(String field, String body) throws Exception {
        HttpResponse<String> reply = post(server, body.replace('\'', '"'));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
        assertThat(reply.body()).contains("\"field\":\"" + field + "\"");
    }

    /** The database keeps microseconds, and would round what it is given. */
    @Test
    void aTimeIsReadBackAsItWasTaken() throws Exception {
        String body = body("fine", "VIEWER", Instant.parse("2999-12-31T23:59:59.999999999Z"));

        assertThat(post(server, body).body()).contains("2999-12-31T23:59:59.999999Z");
        assertThat(find("fine").get("expiresAt").asString()).isEqualTo("2999-12-31T23:59:59.999999Z");
    }

    @Test
    void aPageMakesOneAndShowsItOnce() throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            browser.get("/settings/tokens");
            String page = browser.post(
                            "/settings/tokens", Map.of("name", "by page", "role", "ANALYST", "lifetime", "DAYS_30"))
                    .body();
            String token = PageText.between(page, "<code id=\"made\">", "</code>");

            assertThat(status(token, "/api/v1/assets")).isEqualTo(200);
            assertThat(browser.get("/settings/tokens").body())
                    .contains("by page", token.substring(0, 13))
                    .doesNotContain(token);

            String id = find("by page").get("id").asString();
            assertThat(browser.post("/settings/tokens/" + id + "/revoke", Map.of())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(status(token, "/api/v1/assets")).isEqualTo(401);
        }
    }

    private static JsonNode find(String name) throws Exception {
        for (JsonNode token :
                JSON.readTree(server.get("/api/v1/tokens?limit=1000").body()).get("items")) {
            if (token.get("name").asString().equals(name)) {
                return token;
            }
        }
        throw new AssertionError("there is no token " + name);
    }

    private static int status(String token, String path) throws Exception {
        return server.send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static URI uri(String path) {
        return URI.create(server.base() + path);
    }

    private static HttpResponse<String> post(RunningServer server, String body) throws Exception {
        return server.send(HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/tokens"))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private static String body(String name, String role, @Nullable Instant expiresAt) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("role", role);
        return body.put("expiresAt", expiresAt == null ? null : expiresAt.toString())
                .toString();
    }
}
