package io.plumbline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.PageText;
import io.plumbline.server.application.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingsPagesTest {

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        browser = Browser.signedIn(server.base());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static String stored() {
        return server.bean(JdbcClient.class)
                .sql("select coalesce(max(value || ' by ' || changed_by), 'nothing') from setting")
                .query(String.class)
                .single();
    }

    @Test
    void thePageTellsWhatThisInstallationIs() throws Exception {
        String html = browser.get("/settings").body();

        assertThat(PageText.of(html))
                .contains("Signed in as admin", "Role Administrator", "PostgreSQL 1", "external: your own server")
                .contains("MiB", "Apache License 2.0");
        assertThat(html).contains("href=\"/api/v1/openapi.json\"");
        PageText.assertHarmless(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3651", "", "ninety", "-5", "1e3", "99999999999"})
    void whatIsNoNumberOfDaysIsToldBesideTheFieldAndNothingIsSaved(String days) throws Exception {
        browser.get("/settings");
        String before = stored();

        HttpResponse<String> reply = browser.post("/settings", Map.of("syncLogRetentionDays", days));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(PageText.of(reply.body())).contains("Nothing was saved.", "Must be a whole number from 1 to 3,650.");
        assertThat(reply.body())
                .contains("value=\"" + days + "\"", "aria-invalid=\"true\"", "id=\"syncLogRetentionDays-problem\"");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatIsEnteredHolds() throws Exception {
        browser.get("/settings");

        HttpResponse<String> reply = browser.post("/settings", Map.of("syncLogRetentionDays", " 30 "));

        assertThat(reply.statusCode()).isEqualTo(303);
        String after = browser.get(reply.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(after).contains("value=\"30\"", "The settings are saved.");
        assertThat(stored()).isEqualTo("30 by admin");
    }

    @Test
    void aFormOfAnotherSiteSavesNothing() throws Exception {
        String before = stored();

        assertThat(browser.post("/settings", Map.of("syncLogRetentionDays", "5", "_csrf", "guessed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"512, 0.5 KiB", "10200, 10 KiB", "1048576, 1.0 MiB", "1047527424, 999 MiB", "1610612736, 1.5 GiB"})
    void sizesAreReadAtAGlance(long bytes, String text) {
        assertThat(Installation.size(bytes)).isEqualTo(text);
    }
}
