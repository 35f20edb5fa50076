package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.PageText;
import io.plumbline.server.application.TenantServer;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.simulator.TenantOptions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Texts that want to be more than texts: SQL, headers, paths, lines of a log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {

    private static final List<String> SQL = List.of(
            "' or '1'='1",
            "') or ('1'='1' --",
            "'; create table injected (x int); --",
            "x' union select password_hash from users --",
            "1; select pg_sleep(30)",
            "%' or name like '%",
            "\\",
            "\\' or 1=1 --",
            "{\"a\":1}",
            "${1=1}",
            ":connectors",
            "?",
            "\u0000");

    private Path data;
    private TenantServer world;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        world = TenantServer.start(
                folder, TenantOptions.defaults().withEndpoints(20).withCves(8));
        world.sync(world.connect("Attacked"));
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    record Parameter(String list, String name) {}

    Stream<Parameter> everyParameterOfEveryList() {
        List<Parameter> all = new ArrayList<>();
        for (ListDefinition<?, ?> list : lists()) {
            list.filters().forEach(filter -> all.add(new Parameter(list.name(), filter)));
            Stream.of("sort", "limit", "cursor").forEach(name -> all.add(new Parameter(list.name(), name)));
        }
        return all.stream();
    }

    private List<? extends ListDefinition<?, ?>> lists() {
        return world.server().beans(ListDefinition.class).stream()
                .<ListDefinition<?, ?>>map(list -> list)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyParameterOfEveryList")
    void sqlInAParameterIsAValueThatNothingHasOrIsRefused(Parameter parameter) throws Exception {
        for (String sql : SQL) {
            String query = "?" + parameter.name() + "=" + URLEncoder.encode(sql, StandardCharsets.UTF_8);

            HttpResponse<String> reply = world.server().get("/api/v1/" + parameter.list() + query);

            assertThat(reply.statusCode()).as(parameter + " " + sql).isIn(200, 400);
            if (reply.statusCode() == 200) {
                assertThat(JsonMapper.shared()
                                .readTree(reply.body())
                                .get("total")
                                .asLong())
                        .as(parameter + " " + sql)
                        .isZero();
            }
            assertThat(reply.body()).doesNotContain("SQL", "syntax error", "$argon2id$");
            HttpResponse<String> page = world.browser().get("/" + pageOf(parameter.list()) + query);
            assertThat(page.statusCode()).as("page of " + parameter + " " + sql).isIn(200, 400);
            PageText.assertHarmless(page.body());
        }
        assertNothingHappened();
    }

    private static String pageOf(String list) {
        return list.equals("audit") ? "settings/audit" : list;
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void sqlBehindASortIsRefused(Parameter sort) throws Exception {
        for (String sql : SQL) {
            String value = URLEncoder.encode(sort.name() + sql, StandardCharsets.UTF_8);
            assertThat(world.server()
                            .get("/api/v1/" + sort.list() + "?sort=" + value)
                            .statusCode())
                    .as(sql)
                    .isEqualTo(400);
        }
        assertNothingHappened();
    }

    Stream<Parameter> sorts() {
        return lists().stream()
                .flatMap(list -> list.sorts().stream().map(Sort::field).map(sort -> new Parameter(list.name(), sort)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/find?q=",
                "/assets/facets/tag?find=",
                "/assets/facets/operatingSystem?q=",
                "/findings/facets/product?find=",
                "/settings/audit/facets/actor?find=",
                "/api/v1/connectors/1/syncs?status=",
                "/connectors?q="
            })
    void sqlInWhatASearchIsGivenFindsNothing(String start) throws Exception {
        for (String sql : SQL) {
            HttpResponse<String> reply = world.browser().get(start + URLEncoder.encode(sql, StandardCharsets.UTF_8));
            assertThat(reply.statusCode()).as(start + sql).isLessThan(500);
            PageText.assertHarmless(reply.body());
        }
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(world.server()
                        .bean(JdbcClient.class)
                        .sql("select to_regclass('injected') is null and (select count(*) = 1 from users)")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets?q=%0d%0aSet-Cookie:%20evil=1",
                "/assets/periods/lastObserved?from=2026-01-01&q=%0d%0aSet-Cookie:%20evil=1",
                "/assets/export.csv?q=%0d%0aSet-Cookie:%20evil=1",
                "/login?x=%0d%0aSet-Cookie:%20evil=1",
                "/connectors/%0d%0aSet-Cookie:%20evil=1",
                "/static/%0d%0aSet-Cookie:%20evil=1"
            })
    void aLineBreakInAnAddressStartsNoHeader(String target) throws Exception {
        String signedIn = "Cookie: SESSION="
                + world.browser().cookie("SESSION").orElseThrow().getValue();

        for (String answer : List.of(
                RawRequest.get(world.server().base(), target, signedIn),
                RawRequest.get(world.server().base(), target))) {
            String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            assertThat(head).startsWith("HTTP/1.1 ");
            assertThat(head.lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("evil=1") && !line.contains("%0"));
        }
    }

    @Test
    void aHostThatSomebodyMakesUpLeadsNobodyThere() throws Exception {
        for (String target : List.of("/", "/assets", "/login", "/oauth2/authorization/oidc")) {
            String answer = RawRequest.send(
                    world.server().base(),
                    "GET " + target + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Connection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        }
    }

    /** To what only an Administrator may open, by somebody who is not signed in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../settings/users",
                "/static/%2e%2e/settings/users",
                "/static/..%2fsettings/users",
                "/static/..;/settings/users",
                "/static/;/../settings/users",
                "/login/../settings/users",
                "/login;/../settings/users",
                "/login%2f..%2fsettings/users",
                "//settings/users",
                "/;/settings/users",
                "/./settings/users",
                "/settings/users;jsessionid=1",
                "/settings/users%00",
                "/settings/users%2f",
                "/settings//users",
                "/SETTINGS/USERS",
                "/%73ettings/users",
                "/settings/users.css",
                "/health/../settings/users",
                "/api/v1/openapi.json/../../../settings/users",
                "/api/v1/openapi.json;/../audit",
                "/api/v1/openapi.json/%2e%2e/audit",
                "/static/..\\settings\\users",
                "/static//etc/passwd",
                "/static/%2fetc%2fpasswd",
                "/static/..%c0%af..%c0%afetc/passwd",
                "/static/../../../../etc/passwd",
                "/static/%252e%252e/application.properties",
                "/static/../application.properties",
                "/static/../db/migration/V4__access.sql",
                "http://evil.example/settings/users"
            })
    void aPathThatIsWrittenOtherwiseLeadsNowhereElse(String target) throws Exception {
        for (String headers :
                List.of("X-Nothing: 1", "X-Original-URL: /settings/users", "X-Rewrite-URL: /settings/users")) {
            String answer = RawRequest.get(world.server().base(), target, headers);

            assertThat(answer)
                    .as("never the page itself")
                    .doesNotStartWith("HTTP/1.1 200")
                    .doesNotContain("New user", "root:", "spring.application.name", "create table", "\"items\"");
        }
    }

    @Test
    void aLineBreakInANameStartsNoLineOfTheLog() throws Exception {
        String forged = "2026-01-01T00:00:00.000Z  INFO forged";
        try (Browser stranger = new Browser(world.server().base())) {
            stranger.get("/login");
            stranger.signIn("mallory\r\n" + forged, "wrong\n" + forged);
            stranger.get("/connectors/1%0a" + URLEncoder.encode(forged, StandardCharsets.UTF_8));
            stranger.get("/assets?q=%0a" + URLEncoder.encode(forged, StandardCharsets.UTF_8));
        }
        RawRequest.get(world.server().base(), "/login", "User-Agent: x\n" + forged, "Referer: y\r" + forged);
        world.browser().get("/connectors/new?type=cortex-xdr");
        world.browser().post("/connectors/new", Map.of("type", "cortex-xdr", "name", "a\n" + forged));

        try (Stream<String> lines = Files.lines(data.resolve("logs/plumbline.log"))) {
            assertThat(lines).isNotEmpty().noneMatch(line -> line.startsWith(forged));
        }
    }
}
