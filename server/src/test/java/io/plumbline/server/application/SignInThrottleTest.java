package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing is slow, and whoever guesses locks nobody out. */
class SignInThrottleTest {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
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

    @Test
    void aBrowserKnownForOneAccountIsAStrangerToAnother() throws Exception {
        try (Browser admin = Browser.signedIn(server.base())) {
            admin.get("/settings/users");
            admin.post("/settings/users", Map.of("name", "other", "role", "VIEWER", "password", Browser.PASSWORD));
        }
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
        return browser.signIn("admin", password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
