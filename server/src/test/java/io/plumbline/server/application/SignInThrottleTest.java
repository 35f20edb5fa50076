package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing is slow, and whoever guesses locks nobody out. The clock stands still: no bucket leaks while a test is slow. */
class SignInThrottleTest {

    /** No {@code @Configuration}: every server that a test starts would find it. */
    static class StillClock {

        @Bean
        @Primary
        Clock stillClock() {
            return Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        }
    }

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(
                folder.resolve("data"),
                Map.of(
                        "plumbline.admin-password",
                        Browser.PASSWORD,
                        "spring.main.sources",
                        StillClock.class.getName()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        jdbc().sql("delete from sign_in_bucket").update();
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneIsNotLookedAtEither() throws Exception {
        try (Browser guesser = stranger()) {
            for (int i = 0; i < 5; i++) {
                assertThat(place(guesser, "wrong " + i)).endsWith("/login?failed");
            }
            assertThat(place(guesser, Browser.PASSWORD)).endsWith("/login?wait");
            assertThat(guesser.get("/login?wait").body()).contains("Too many tries.");
        }
    }

    /** Neither an address that only decodes to the form's, nor a name that only becomes one when it is looked up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /%6Cogin          | admin
                    /login;x=y        | admin
                    /login?_method=GET| admin
                    /login            | admin\\u0001
                    /login            | \\u0000admin
                    /login            | ADMIN
                    """)
    void thereIsNoWayAroundTheCount(String path, String name) throws Exception {
        String typed = name.replace("\\u0001", "\u0001").replace("\\u0000", "\u0000");
        try (Browser guesser = stranger()) {
            for (int i = 0; i < 5; i++) {
                assertThat(place(guesser, "wrong " + i)).endsWith("/login?failed");
            }
            HttpResponse<String> reply = guesser.post(path, Map.of("username", typed, "password", Browser.PASSWORD));

            assertThat(reply.headers().firstValue("Location").orElse("refused with " + reply.statusCode()))
                    .isIn("/login?wait", "refused with 400");
            assertThat(guesser.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void oneAddressHasTwentyTriesWhateverTheNames() throws Exception {
        try (Browser guesser = stranger()) {
            for (int i = 0; i < 20; i++) {
                assertThat(location(guesser.signIn("user " + i, "wrong"))).endsWith("/login?failed");
            }
            assertThat(location(guesser.signIn("user 20", "wrong"))).endsWith("/login?wait");
        }
    }

    @Test
    void aFloodLeavesTenLinesInTheAuditLog() throws Exception {
        try (Browser guesser = stranger()) {
            for (int i = 0; i < 40; i++) {
                guesser.signIn("flooded", "wrong");
            }
        }
        assertThat(noted("SIGN_IN_FAILED")).isEqualTo(5);
        assertThat(noted("SIGN_IN_TURNED_AWAY")).isEqualTo(10);
    }

    private static long noted(String action) {
        return jdbc().sql("""
                        select count(*) from audit_event
                        where action = :action and target = 'user flooded' and actor_kind = 'NOBODY'""").param("action", action).query(Long.class).single();
    }

    @Test
    void triesAtTheSameTimeCountToo() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> places = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> {
                        try (Browser guesser = stranger()) {
                            return place(guesser, "wrong " + number);
                        }
                    }))
                    .toList();
            int lookedAt = 0;
            for (Future<String> place : places) {
                lookedAt += place.get().endsWith("failed") ? 1 : 0;
            }
            assertThat(lookedAt).isEqualTo(5);
        }
    }

    @Test
    void whoHasSignedInFromHereBeforeIsLetInWhileAnotherGuesses() throws Exception {
        try (Browser owner = stranger();
                Browser guesser = stranger()) {
            assertThat(place(owner, Browser.PASSWORD)).endsWith("/");
            owner.get("/settings");
            owner.post("/logout", Map.of());
            for (int i = 0; i < 8; i++) {
                place(guesser, "wrong " + i);
            }
            assertThat(place(guesser, Browser.PASSWORD)).endsWith("/login?wait");

            owner.get("/login");
            assertThat(place(owner, Browser.PASSWORD)).endsWith("/");
        }
    }

    /** Else who has ever got hold of such a cookie could guess, and keep its owner out, for half a year. */
    @Test
    void anotherPasswordMakesEveryBrowserAStrangerButTheOneItWasChangedIn() throws Exception {
        String name = "changing";
        String other = "Another-Plumb-3";
        add(name);
        try (Browser old = stranger();
                Browser owner = stranger();
                Browser guesser = stranger()) {
            assertThat(location(old.signIn(name, Browser.PASSWORD))).endsWith("/");
            old.get("/settings");
            old.post("/logout", Map.of());
            assertThat(location(owner.signIn(name, Browser.PASSWORD))).endsWith("/");
            owner.get("/settings/password");
            owner.post("/settings/password", Map.of("current", Browser.PASSWORD, "next", other, "repeated", other));
            owner.get("/settings");
            owner.post("/logout", Map.of());
            for (int i = 0; i < 6; i++) {
                guesser.signIn(name, "wrong " + i);
            }

            old.get("/login");
            assertThat(location(old.signIn(name, other))).endsWith("/login?wait");
            owner.get("/login");
            assertThat(location(owner.signIn(name, other))).endsWith("/");
        }
    }

    /** However many sign in at once, the database is there for others. */
    @Test
    void aFloodOfSignInsTakesNoCallItsConnection() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(200)) {
            List<Future<String>> flood = IntStream.range(0, 200)
                    .mapToObj(number -> threads.submit(() -> {
                        try (Browser guesser = stranger()) {
                            return place(guesser, "wrong " + number);
                        }
                    }))
                    .toList();
            while (flood.stream().anyMatch(one -> !one.isDone())) {
                assertThat(server.get("/api/v1/assets").statusCode()).isEqualTo(200);
                assertThat(server.bean(HikariDataSource.class)
                                .getHikariPoolMXBean()
                                .getActiveConnections())
                        .isLessThan(16);
            }
            for (Future<String> place : flood) {
                assertThat(place.get()).containsAnyOf("/login?failed", "/login?wait", "/login?busy");
            }
        }
    }

    private static void add(String name) throws Exception {
        try (Browser admin = Browser.signedIn(server.base())) {
            admin.get("/settings/users");
            admin.post("/settings/users", Map.of("name", name, "role", "VIEWER", "password", Browser.PASSWORD));
        }
    }

    @Test
    void aBrowserKnownForOneAccountIsAStrangerToAnother() throws Exception {
        add("other");
        try (Browser known = stranger()) {
            assertThat(known.signIn("other", Browser.PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/");
            known.get("/settings");
            known.post("/logout", Map.of());
            known.get("/login");
            for (int i = 0; i < 5; i++) {
                assertThat(place(known, "wrong " + i)).endsWith("/login?failed");
            }
            assertThat(place(known, Browser.PASSWORD)).endsWith("/login?wait");
        }
    }

    @Test
    void theBucketsLeak() throws Exception {
        try (Browser guesser = stranger()) {
            for (int i = 0; i < 6; i++) {
                place(guesser, "wrong " + i);
            }
            jdbc().sql("update sign_in_bucket set at = at - interval '61 seconds'")
                    .update();

            assertThat(place(guesser, Browser.PASSWORD)).endsWith("/");
        }
    }

    @Test
    void whatWasRightDoesNotCount() throws Exception {
        for (int i = 0; i < 30; i++) {
            try (Browser owner = stranger()) {
                assertThat(place(owner, Browser.PASSWORD)).endsWith("/");
            }
        }
    }

    private static JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    private static Browser stranger() throws Exception {
        Browser browser = new Browser(server.base());
        browser.get("/login");
        return browser;
    }

    /** Where a try leads. */
    private static String place(Browser browser, String password) throws Exception {
        return location(browser.signIn("admin", password));
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElseThrow();
    }
}
