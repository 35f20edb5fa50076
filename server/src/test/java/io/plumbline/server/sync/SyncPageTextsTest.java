package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.application.Browser;
import io.plumbline.server.application.PageText;
import io.plumbline.server.application.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What stands on a sync's page, whatever is in its record. */
class SyncPageTextsTest {

    private static final String EVIL = "</bdi></pre><script>alert(1)</script><img src=x onerror='alert(2)'>\u202e";

    private static RunningServer server;
    private static Browser browser;
    private static JdbcClient jdbc;
    private static OffsetDateTime now;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        browser = Browser.signedIn(server.base());
        jdbc = server.bean(JdbcClient.class);
        now = server.bean(Clock.class).instant().atOffset(ZoneOffset.UTC);
        server.send(HttpRequest.newBuilder(server.base().resolve("/api/v1/connectors?sync=false"))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"type": "cortex-xdr", "name": "<script>alert(0)</script>",
                         "settings": {"fqdn": "http://127.0.0.1:9", "apiKey": "key", "apiKeyId": "1", "securityLevel": "STANDARD"}}""")));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static String failed(ErrorCode code, String message, String remedy, String detail, OffsetDateTime ended) {
        SyncError error = new SyncError(code, message, remedy, detail);
        SyncWarning warning = new SyncWarning("ROWS_DROPPED", message, remedy);
        return jdbc.sql("""
                        insert into sync (connector_id, kind, trigger, status, stage, queued_at, started_at, finished_at, stages,
                                          warnings, error)
                        values (1, 'SYNC', 'SCHEDULED', 'FAILED', 'FETCHING', :at, :at, :at,
                                '[{"stage": "INITIATING", "startedAt": "2026-03-10T12:00:00Z", "finishedAt": "2026-03-10T12:00:01Z"}]',
                                cast(:warnings as jsonb), cast(:error as jsonb))
                        returning id""")
                .param("at", ended)
                .param("warnings", new JsonMapper().writeValueAsString(java.util.List.of(warning)))
                .param("error", new JsonMapper().writeValueAsString(error))
                .query(String.class)
                .single();
    }

    private static void write(String sync, int lines, String message) {
        jdbc.sql("""
                        insert into sync_log (sync_id, position, at, level, stage, message)
                        select :sync, n, :at, 'WARN', 'FETCHING', :message || n from generate_series(1, :lines) as n""")
                .param("sync", Long.parseLong(sync))
                .param("at", now)
                .param("message", message)
                .param("lines", lines)
                .update();
    }

    private static String page(String sync) throws Exception {
        String html = browser.get("/connectors/1/syncs/" + sync).body();
        PageText.assertHarmless(html);
        return html;
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyFailureStandsWithItsRemedyAndWhatItMeansForTheData(ErrorCode code) throws Exception {
        String text = PageText.of(page(failed(code, "It went wrong.", "Mend it so.", "HTTP/1.1 500", now)));

        assertThat(text)
                .contains(
                        code.name(),
                        "It went wrong.",
                        "What to do: Mend it so.",
                        "Nothing was changed: assets, findings and their statuses are as they were before.",
                        "HTTP/1.1 500");
    }

    @Test
    void whateverAVendorSaysIsTextAndNothingElse() throws Exception {
        String sync = failed(ErrorCode.QUERY_FAILED, EVIL, EVIL, EVIL, now);
        write(sync, 1, EVIL);

        String html = page(sync);

        assertThat(PageText.of(html)).contains("<script>alert(1)</script>");
        assertThat(html).contains("<bdi>&lt;/bdi&gt;&lt;/pre&gt;&lt;script&gt;").doesNotContain("<img");
        PageText.assertHarmless(browser.get("/connectors/1/syncs").body());
    }

    @Test
    void ofALongLogTheLastLinesStandAndTheOthersAreALinkAway() throws Exception {
        String sync = failed(ErrorCode.INTERNAL, "It went wrong.", "Mend it so.", null, now);
        write(sync, LogViews.SHOWN + 200, "line ");

        String html = page(sync);

        assertThat(html).contains("<bdi>line 201</bdi>", "<bdi>line 1200</bdi>").doesNotContain("<bdi>line 200</bdi>");
        assertThat(PageText.of(html)).contains("Show 200 earlier lines too");
        assertThat(browser.get("/connectors/1/syncs/" + sync + "?all=true").body())
                .contains("<bdi>line 1</bdi>", "<bdi>line 1200</bdi>");
    }

    @Test
    void aLogPastItsTimeSaysThatItHasGone() throws Exception {
        String old = failed(ErrorCode.INTERNAL, "It went wrong.", "Mend it so.", null, now.minus(Duration.ofDays(91)));
        String quiet = failed(ErrorCode.INTERNAL, "It went wrong.", "Mend it so.", null, now.minusDays(1));

        assertThat(PageText.of(page(old))).contains("have gone: they are kept for 90 days");
        assertThat(PageText.of(page(quiet))).contains("This sync has written nothing.");
    }
}
