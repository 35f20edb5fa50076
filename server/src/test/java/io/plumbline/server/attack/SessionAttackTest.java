package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.RunningServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody has got hold of a session, plants one, or makes up whatever else a browser keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionAttackTest {

    private static final String OTHER_PASSWORD = "another horse battery";

    private final AtomicInteger users = new AtomicInteger();
    private RunningServer server;
    private Browser admin;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        admin = Browser.signedIn(server.base());
    }

    @AfterAll
    void stop() {
        admin.close();
        server.close();
    }

    /** Of the one test that asks: what it does to sessions, passwords and counts is nobody else's. */
    private String newUser(String role) throws Exception {
        String name = "user" + users.incrementAndGet();
        admin.get("/settings/users");
        assertThat(admin.post("/settings/users", Map.of("name", name, "role", role, "password", Browser.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        return name;
    }

    /** Session fixation: the victim signs in with a session that the attacker knows. */
    @Test
    void aSessionThatWasKnownBeforeTheSignInIsNoneAfterIt() throws Exception {
        String planted = "cGxhbnRlZC1ieS1hbi1hdHRhY2tlci1wbGFudGVkLWJ";
        String page = RawRequest.get(server.base(), "/login", "Cookie: SESSION=" + planted);
        assertThat(page).doesNotContain("Set-Cookie: SESSION=" + planted);
        try (Browser victim = new Browser(server.base())) {
            String name = newUser("VIEWER");
            victim.setCookie("SESSION", planted);
            victim.get("/login");
            victim.signIn(name, Browser.PASSWORD);
            assertThat(victim.get("/settings").statusCode()).isEqualTo(200);
            String first = victim.cookie("SESSION").orElseThrow().getValue();
            victim.get("/login");
            victim.signIn(name, Browser.PASSWORD); // in the session that there is
            assertThat(victim.cookie("SESSION").orElseThrow().getValue()).isNotEqualTo(first);

            for (String known : List.of(planted, first)) {
                assertThat(RawRequest.get(server.base(), "/settings", "Cookie: SESSION=" + known))
                        .startsWith("HTTP/1.1 302");
            }
        }
    }

    /** What is under way with the attacker's session when it becomes the victim's must not write it back. */
    @RepeatedTest(3)
    void aSessionThatSomebodyKeepsBusyIsNotTheOneThatIsSignedIn() throws Exception {
        try (Browser attacker = new Browser(server.base());
                Browser victim = new Browser(server.base())) {
            String name = newUser("ADMINISTRATOR");
            attacker.get("/login");
            attacker.signIn(newUser("VIEWER"), Browser.PASSWORD);
            String planted = attacker.cookie("SESSION").orElseThrow().getValue();
            victim.setCookie("SESSION", planted);
            victim.get("/login");

            whileBusy("/settings", planted, () -> victim.signIn(name, Browser.PASSWORD));

            assertThat(RawRequest.get(server.base(), "/settings/users", "Cookie: SESSION=" + planted))
                    .as("the attacker")
                    .startsWith("HTTP/1.1 302");
            assertThat(victim.get("/settings/users").statusCode())
                    .as("the victim")
                    .isEqualTo(200);
        }
    }

    @RepeatedTest(3)
    void aStolenSessionThatIsKeptBusyEndsWithTheOldPassword() throws Exception {
        try (Browser owner = new Browser(server.base())) {
            owner.get("/login");
            owner.signIn(newUser("VIEWER"), Browser.PASSWORD);
            String stolen = owner.cookie("SESSION").orElseThrow().getValue();
            owner.get("/settings/password");

            whileBusy(
                    "/settings",
                    stolen,
                    () -> owner.post(
                            "/settings/password",
                            Map.of("current", Browser.PASSWORD, "next", OTHER_PASSWORD, "repeated", OTHER_PASSWORD)));

            assertThat(RawRequest.get(server.base(), "/settings", "Cookie: SESSION=" + stolen))
                    .as("the thief")
                    .startsWith("HTTP/1.1 302");
            assertThat(owner.get("/settings").statusCode()).as("the owner").isEqualTo(200);
        }
    }

    private interface Step {

        void take() throws Exception;
    }

    private void whileBusy(String path, String session, Step step) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> pollers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                pollers.add(threads.submit(() -> {
                    do {
                        String _ = RawRequest.get(server.base(), path, "Cookie: SESSION=" + session);
                        busy.countDown();
                    } while (!over.get());
                    return null;
                }));
            }
            try {
                assertThat(busy.await(20, TimeUnit.SECONDS)).as("all are at it").isTrue();
                step.take();
            } finally {
                over.set(true);
            }
            for (Future<?> poller : pollers) {
                poller.get();
            }
        }
    }

    /** Somebody who can plant cookies, from a neighbouring host or port, has their own token in the victim's browser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-origin\r\nOrigin: null\r\nOrigin: https://evil.example"
            })
    void aFormThatStandsElsewhereIsRefusedWithTheRightTokenToo(String header) throws Exception {
        try (Browser victim = Browser.signedIn(server.base())) {
            victim.get("/settings/tokens");
            String token = victim.token();
            String body = "name=forged&role=ADMINISTRATOR&_csrf=" + token;
            String request = "POST /settings/tokens HTTP/1.1\r\nHost: "
                    + server.base().getAuthority() + "\r\nConnection: close\r\n" + header
                    + "\r\nCookie: SESSION="
                    + victim.cookie("SESSION").orElseThrow().getValue() + "; XSRF-TOKEN="
                    + victim.cookie("XSRF-TOKEN").orElseThrow().getValue()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;

            assertThat(RawRequest.send(server.base(), request))
                    .startsWith("HTTP/1.1 403")
                    .contains("The form stands on a page that is not of this server.", "PLUMBLINE_URL");
            assertThat(server.bean(JdbcClient.class)
                            .sql("select count(*) from api_token where name = 'forged'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aPasswordInAnAddressIsNotTaken() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/login");
            assertThat(browser.post("/login?username=admin&password=" + Browser.PASSWORD.replace(" ", "%20"), Map.of())
                            .statusCode())
                    .isEqualTo(400);
            assertThat(browser.get("/settings").statusCode()).isEqualTo(302);
        }
    }

    /** Whatever a browser holds of ours, somebody else may have written it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SESSION=AGFiYw==",
                "SESSION=%00",
                "SESSION=a",
                "SESSION=\"",
                "plumbline_asked=LyV6eg",
                "plumbline_asked=L2ENClgtSW5qOiAx",
                "plumbline_asked=Ly9ldmlsLmV4YW1wbGU",
                "plumbline_asked=****",
                "plumbline_browser=AQ",
                "plumbline_oidc=AQ",
                "XSRF-TOKEN=%00",
                "plumbline_theme=%00",
                "REDIRECT_URI=LyV6eg=="
            })
    void aCookieThatSomebodyMadeUpIsAsGoodAsNone(String cookie) throws Exception {
        for (String path : List.of("/login", "/health", "/static/plumbline.css")) {
            assertThat(RawRequest.get(server.base(), path, "Cookie: " + cookie))
                    .as(path)
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(RawRequest.get(server.base(), "/assets", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 302");
    }

    static Stream<Arguments> askedPages() {
        return Stream.of(
                argumentSet("a page of ours", "/assets?q=1", "/assets?q=1"),
                argumentSet("a path that is only malformed", "/%zz", "/%zz"),
                argumentSet("a host", "//evil.example", "/"),
                argumentSet("a host, as browsers read it", "/\\evil.example", "/"),
                argumentSet("an address", "https://evil.example", "/"),
                argumentSet("a second header", "/a\r\nX-Injected: 1", "/"),
                argumentSet("nothing", "", "/"));
    }

    @ParameterizedTest
    @MethodSource("askedPages")
    void aPageToComeBackToIsOneOfOurs(String asked, String place) throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.setCookie(
                    "plumbline_asked",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(asked.getBytes(StandardCharsets.UTF_8)));
            browser.get("/login");
            HttpResponse<String> reply = browser.signIn(newUser("VIEWER"), Browser.PASSWORD);

            assertThat(reply.headers().firstValue("Location")).hasValue(place);
            assertThat(reply.headers().firstValue("X-Injected")).isEmpty();
        }
    }

    @Test
    void theHostThatSomebodySendsIsNoPlaceToGoAfterASignIn() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/assets?q=1");
            browser.get("/login");
            String cookies =
                    "XSRF-TOKEN=" + browser.cookie("XSRF-TOKEN").orElseThrow().getValue() + "; plumbline_asked="
                            + browser.cookie("plumbline_asked").orElseThrow().getValue();
            String body = "username=" + newUser("VIEWER") + "&password=" + Browser.PASSWORD.replace(' ', '+')
                    + "&_csrf=" + browser.token();

            String answer = RawRequest.send(
                    server.base(),
                    "POST /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nCookie: " + cookies
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body);

            assertThat(answer)
                    .startsWith("HTTP/1.1 302")
                    .contains("\r\nLocation: /assets?q=1\r\n")
                    .doesNotContain("evil");
        }
    }

    /** Whoever has found a session has not found its password. */
    @Test
    void theCurrentPasswordIsNotGuessedInASession() throws Exception {
        String name = newUser("VIEWER");
        try (Browser thief = new Browser(server.base())) {
            thief.get("/login");
            thief.signIn(name, Browser.PASSWORD);
            thief.get("/settings/password");
            for (int i = 0; i < 10; i++) {
                assertThat(change(thief, "wrong " + i)).contains("Is not your password.");
            }
            assertThat(change(thief, Browser.PASSWORD)).contains("Too many tries.");
        }
        assertThat(server.get("/api/v1/audit?action=PASSWORD_CHANGE_FAILED").body())
                .contains("\"" + name + "\"");
    }

    private static String change(Browser browser, String current) throws Exception {
        return browser.post(
                        "/settings/password",
                        Map.of("current", current, "next", OTHER_PASSWORD, "repeated", OTHER_PASSWORD))
                .body();
    }
}
