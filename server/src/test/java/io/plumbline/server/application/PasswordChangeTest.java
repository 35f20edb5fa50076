package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordChangeTest {

    private static final String NEXT = "battery staple horse";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> change(Browser browser, String current, String next, String repeated)
            throws Exception {
        browser.get("/settings/password");
        return browser.post("/settings/password", Map.of("current", current, "next", next, "repeated", repeated));
    }

    private static String hash() {
        return server.bean(JdbcClient.class)
                .sql("select password_hash from users")
                .query(String.class)
                .single();
    }

    @Test
    void theNewPasswordHoldsAndEveryOtherSessionEnds() throws Exception {
        try (Browser mine = Browser.signedIn(server.base());
                Browser other = Browser.signedIn(server.base());
                Browser later = new Browser(server.base())) {
            String session = mine.cookie("SESSION").orElseThrow().getValue();

            HttpResponse<String> reply = change(mine, Browser.PASSWORD, NEXT, NEXT);

            assertThat(reply.statusCode()).isEqualTo(303);
            assertThat(mine.get("/settings/password?changed").body()).contains("Your password is changed");
            assertThat(mine.cookie("SESSION").orElseThrow().getValue()).isNotEqualTo(session);
            assertThat(other.get("/settings").statusCode()).isEqualTo(302);
            assertThat(hash()).startsWith("$argon2id$");

            later.get("/login");
            assertThat(location(later.signIn("admin", Browser.PASSWORD))).endsWith("/login?failed");
            assertThat(location(later.signIn("admin", NEXT))).doesNotContain("failed");

            assertThat(change(mine, NEXT, Browser.PASSWORD, Browser.PASSWORD).statusCode())
                    .isEqualTo(303); // for the other tests
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, battery staple horse, battery staple horse, Is not your password.",
        "'', battery staple horse, battery staple horse, Is needed.",
        "correct horse battery, password1, password1, Is among the first that somebody would try.",
        "correct horse battery, short, short, Must have 8 characters or more.",
        "correct horse battery, correct horse battery, correct horse battery, Must be another one than now.",
        "correct horse battery, battery staple horse, battery staple hose, Is not the same as the new password."
    })
    void whatIsWrongIsToldBesideTheFieldAndNothingChanges(String current, String next, String repeated, String message)
            throws Exception {
        String before = hash();
        try (Browser browser = Browser.signedIn(server.base())) {
            HttpResponse<String> reply = change(browser, current, next, repeated);

            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(PageText.of(reply.body())).contains(message);
            assertThat(reply.body()).doesNotContain(NEXT, Browser.PASSWORD);
            PageText.assertHarmless(reply.body());
            assertThat(hash()).isEqualTo(before);
            assertThat(browser.get("/settings").statusCode()).isEqualTo(200);
        }
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElseThrow();
    }
}
