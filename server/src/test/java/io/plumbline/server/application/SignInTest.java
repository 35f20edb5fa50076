package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    private static RunningServer server;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = RunningServer.start(data, Map.of("plumbline.admin-password", Browser.PASSWORD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thePageThatWasAskedForComesAfterTheSignIn() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/weaknesses?sort=name");
            browser.get("/login");
            HttpResponse<String> reply = browser.signIn("admin", Browser.PASSWORD);

            assertThat(reply.statusCode()).isEqualTo(302);
            assertThat(reply.headers().firstValue("Location").orElseThrow()).endsWith("/weaknesses?sort=name");
            assertThat(browser.get("/weaknesses").statusCode()).isEqualTo(200);
        }
    }

    /** An upgrade may have changed what a session holds. */
    @Test
    void aSessionThatCannotBeReadIsNoneAndToldOnce(CapturedOutput log) throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            server.bean(JdbcClient.class)
                    .sql("update spring_session_attributes set attribute_bytes = 'of another version'::bytea")
                    .update();

            assertThat(browser.get("/assets").statusCode()).isEqualTo(302);
            assertThat(browser.get("/assets").statusCode()).isEqualTo(302);
            assertThat(log.getAll()).containsOnlyOnce("A session cannot be read");

            browser.get("/login");
            browser.signIn("admin", Browser.PASSWORD);
            assertThat(browser.get("/assets").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPieceThatAScriptAskedForIsNoPageToComeBackTo() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/weaknesses");
            browser.getPiece("/connectors/1/syncs/1/progress");
            browser.get("/login");
            HttpResponse<String> reply = browser.signIn("admin", Browser.PASSWORD);

            assertThat(reply.headers().firstValue("Location").orElseThrow()).endsWith("/weaknesses");
        }
    }

    /** What a browser asks for beside the page: a picture of it, or what a script reads. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "image/avif,-,false",
                "-,-,false",
                "*/*,-,false",
                "text/html,cors,false",
                "text/html,no-cors,false",
                "text/html,navigate,true",
                "'application/xhtml+xml,text/html;q=0.9',-,true"
            })
    void onlyWhatABrowserGoesToIsAPageToComeBackTo(@Nullable String accept, @Nullable String mode, boolean kept)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve("/favicon.ico"));
        Optional.ofNullable(accept).ifPresent(type -> request.header("Accept", type));
        Optional.ofNullable(mode).ifPresent(word -> request.header("Sec-Fetch-Mode", word));

        HttpResponse<String> reply = server.send(request);

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("plumbline_asked=")))
                .hasSize(kept ? 1 : 0);
    }

    @Test
    void anAddressTooLongForACookieLeadsToTheSignInAndIsForgotten() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/assets");
            HttpResponse<String> asked = browser.get("/weaknesses?q=" + "x".repeat(7_000));
            browser.get("/login");
            HttpResponse<String> reply = browser.signIn("admin", Browser.PASSWORD);

            assertThat(asked.statusCode()).isEqualTo(302);
            assertThat(asked.headers().allValues("Set-Cookie"))
                    .singleElement(STRING)
                    .contains("Max-Age=0");
            assertThat(reply.headers().firstValue("Location"))
                    .as("neither there nor to what was asked for before")
                    .hasValue("/");
        }
    }

    @Test
    void aNameThatTheDatabaseCannotTakeIsAWrongNameAndFillsNoLog() throws Exception {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        heard.start();
        root.addAppender(heard);
        try (Browser browser = new Browser(server.base())) {
            browser.get("/login");
            HttpResponse<String> reply = browser.signIn("ad\0min", Browser.PASSWORD);

            assertThat(reply.headers().firstValue("Location").orElseThrow()).endsWith("/login?failed");
        } finally {
            root.detachAppender(heard);
        }
        assertThat(heard.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldAlike() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/login");
            assertThat(browser.signIn("admin", "wrong").headers().firstValue("Location"))
                    .isEqualTo(
                            browser.signIn("nobody", Browser.PASSWORD).headers().firstValue("Location"));
            assertThat(browser.get("/login?failed").body()).contains("That did not let you in.");
            assertThat(browser.get("/weaknesses").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            assertThat(browser.post("/logout", Map.of("_csrf", "guessed")).statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/weaknesses").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            String session = browser.cookie("SESSION").orElseThrow().getValue();
            browser.get("/weaknesses");
            browser.post("/logout", Map.of());

            assertThat(browser.get("/weaknesses").statusCode()).isEqualTo(302);
            assertThat(session).isNotEmpty();
            assertThat(browser.cookie("SESSION")
                            .map(cookie -> cookie.getValue())
                            .orElse(""))
                    .isNotEqualTo(session);
        }
    }

    @Test
    void theSessionsCookieIsNoBusinessOfScriptsOrOtherSites() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            browser.get("/login");
            String cookie = browser.signIn("admin", Browser.PASSWORD).headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("SESSION="))
                    .findFirst()
                    .orElseThrow();

            assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        }
    }

    @Test
    void whoeverIsNotSignedInLeavesNoSessionBehind() throws Exception {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        long before = jdbc.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
        try (Browser browser = new Browser(server.base())) {
            browser.get("/login");
            browser.get("/assets");
            browser.signIn("admin", "wrong");
        }

        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void pagesAllowNoScriptOrStyleButTheServersOwnFiles() throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            HttpResponse<String> page = browser.get("/weaknesses");

            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern(" on[a-z]+=\"");
            Matcher file = Pattern.compile("/static/[^\"]+").matcher(page.body());
            assertThat(file.results().map(found -> found.group()))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(url -> {
                        HttpResponse<String> reply = browser.get(url);
                        assertThat(reply.statusCode()).isEqualTo(200);
                        assertThat(reply.headers().firstValue("Cache-Control").orElseThrow())
                                .contains("immutable");
                    });
        }
    }

    @Test
    void anUnknownAddressIsAPageThatSaysSo() throws Exception {
        try (Browser browser = Browser.signedIn(server.base())) {
            HttpResponse<String> page = browser.get("/nothing");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<!doctype html>", "There is nothing at this address.");
        }
    }

    @Test
    void thePasswordIsStoredAsArgon2idAndWrittenNowhere() throws Exception {
        assertThat(server.bean(JdbcClient.class)
                        .sql("select password_hash from users")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("$argon2id$");
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(Browser.PASSWORD));
        }
    }
}
