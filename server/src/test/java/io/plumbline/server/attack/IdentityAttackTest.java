package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.RunningServer;
import io.plumbline.server.platform.permission.PermissionCheck;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Somebody wants to be somebody else, or have another do something, or be more than they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityAttackTest {

    private RunningServer server;
    private Browser admin;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        admin = Browser.signedIn(server.base());
        for (String role : List.of("VIEWER", "ANALYST")) {
            admin.get("/settings/users");
            admin.post(
                    "/settings/users",
                    Map.of("name", role.toLowerCase(Locale.ROOT), "role", role, "password", Browser.PASSWORD));
        }
    }

    @AfterAll
    void stop() {
        admin.close();
        server.close();
    }

    Stream<String> everyFormsAddress() {
        return Stream.concat(
                Stream.of("/logout"),
                server
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .entrySet()
                        .stream()
                        .filter(route -> route.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST)
                                && PermissionCheck.neededBy(route.getValue()).isPresent())
                        .flatMap(route -> route.getKey().getPatternValues().stream())
                        .filter(pattern -> !pattern.startsWith("/api/"))
                        .map(pattern -> pattern.replaceAll("\\{[^}]+}", "1")));
    }

    /** Cross-site request forgery: the victim's browser sends the cookie along, and knows no token. */
    @ParameterizedTest
    @MethodSource("everyFormsAddress")
    void aFormOfAnotherSiteChangesNothing(String address) throws Exception {
        for (List<Map.Entry<String, String>> fields : List.of(
                List.<Map.Entry<String, String>>of(),
                List.of(Map.entry("_csrf", "")),
                List.of(Map.entry("_csrf", "00000000-0000-0000-0000-000000000000")))) {
            assertThat(admin.post(address, fields).statusCode()).as(address).isEqualTo(403);
        }
        assertThat(admin.get("/settings/users").statusCode()).isEqualTo(200);
    }

    /** The API believes tokens only: a cookie that a browser sends along by itself opens nothing there. */
    @Test
    void aSessionOpensNothingOfTheApi() throws Exception {
        String cookie = "SESSION=" + admin.cookie("SESSION").orElseThrow().getValue();
        for (String method : List.of("GET", "POST", "DELETE")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve("/api/v1/tokens"))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/json")
                    .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
            assertThat(server.send(request).statusCode()).as(method).isEqualTo(401);
        }
    }

    @Test
    void aRoleIsNotRaisedByWhatOneSends() throws Exception {
        for (String role : List.of("viewer", "analyst")) {
            try (Browser person = new Browser(server.base())) {
                person.get("/login");
                person.signIn(role, Browser.PASSWORD);
                person.get("/settings/password");
                int id = server.bean(JdbcClient.class)
                        .sql("select id from users where name = :name")
                        .param("name", role)
                        .query(Integer.class)
                        .single();

                assertThat(person.post("/settings/users/" + id + "/role", Map.of("role", "ADMINISTRATOR"))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(person.post("/settings/tokens", Map.of("name", "mine", "role", "ADMINISTRATOR"))
                                .statusCode())
                        .isEqualTo(403);
                person.post(
                        "/settings/password",
                        Map.of(
                                "current", "wrong",
                                "next", Browser.PASSWORD,
                                "repeated", Browser.PASSWORD,
                                "role", "ADMINISTRATOR",
                                "id", "1",
                                "username", "admin"));
                assertThat(person.get("/settings/users").statusCode()).isEqualTo(403);
            }
        }
        assertThat(server.bean(JdbcClient.class)
                        .sql("select string_agg(name || ' ' || role, ', ' order by name) from users")
                        .query(String.class)
                        .single())
                .isEqualTo("admin ADMINISTRATOR, analyst ANALYST, viewer VIEWER");
    }

    /** Mass assignment: a field that is there, but not for those who ask. */
    @Test
    void aRoleIsNotRaisedByPatch() throws Exception {
        String viewer = token("VIEWER");
        String analyst = token("ANALYST");
        for (String token : List.of(viewer, analyst)) {
            for (String method : List.of("PATCH", "DELETE")) {
                assertThat(call(method, "/api/v1/connectors/1", token, "{\"name\":\"mine\"}"))
                        .isEqualTo(403);
            }
            assertThat(call("POST", "/api/v1/tokens", token, "{\"name\":\"x\",\"role\":\"ADMINISTRATOR\"}"))
                    .isEqualTo(403);
            assertThat(call("POST", "/api/v1/tokens", token, "{}")).isEqualTo(403);
            assertThat(call("GET", "/api/v1/audit", token, "")).isEqualTo(403);
        }
        assertThat(call("POST", "/api/v1/connectors", analyst, "{\"type\":\"cortex-xdr\",\"role\":\"ADMINISTRATOR\"}"))
                .isEqualTo(403);
        assertThat(
                        call(
                                "POST",
                                "/api/v1/tokens",
                                RunningServer.TOKEN,
                                "{\"name\":\"y\",\"role\":\"VIEWER\",\"id\":\"1\",\"createdBy\":\"somebody\",\"prefix\":\"plbt_AAAAAAAA\"}"))
                .as("an unknown field is refused, not ignored")
                .isEqualTo(400);
    }

    @Test
    void aTokenIsNotGuessedFromWhatIsShownOfIt() throws Exception {
        String token = token("ADMINISTRATOR");
        String prefix = token.substring(0, 14);
        Random random = new Random(7);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 200; i++) {
            StringBuilder guess = new StringBuilder(prefix);
            random.ints(43, 0, letters.length()).forEach(at -> guess.append(letters.charAt(at)));
            assertThat(call("GET", "/api/v1/assets", guess.toString(), "")).isEqualTo(401);
        }
        for (String near : List.of(
                prefix,
                token.substring(0, token.length() - 1),
                token + "A",
                token.toLowerCase(Locale.ROOT),
                token.toUpperCase(Locale.ROOT),
                token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"),
                "' or digest is not null --",
                "*",
                "%",
                "null")) {
            assertThat(call("GET", "/api/v1/assets", near, "")).as(near).isEqualTo(401);
        }
        assertThat(call("GET", "/api/v1/assets", token, "")).isEqualTo(200);
    }

    @Test
    void aTokenCountsInItsHeaderOnly() throws Exception {
        String token = token("ADMINISTRATOR");
        for (String target : List.of(
                "/api/v1/assets?access_token=" + token,
                "/api/v1/assets?token=" + token,
                "/assets?access_token=" + token)) {
            assertThat(RawRequest.get(server.base(), target, "Cookie: token=" + token, "X-Api-Key: " + token))
                    .doesNotStartWith("HTTP/1.1 200");
        }
        assertThat(RawRequest.get(server.base(), "/assets", "Authorization: Bearer " + token))
                .as("pages are for people")
                .startsWith("HTTP/1.1 302");
    }

    private String token(String role) throws Exception {
        HttpResponse<String> made = server.send(HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/tokens"))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"name\":\"%s %d\",\"role\":\"%s\"}".formatted(role, System.nanoTime(), role))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).get("token").asString();
    }

    private int call(String method, String path, String token, String body) throws Exception {
        return server.send(HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)))
                .statusCode();
    }
}
