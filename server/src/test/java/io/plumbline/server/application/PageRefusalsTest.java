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
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of ours would send: each is refused with a page that says why. */
class PageRefusalsTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/find?q=%00",
                "/find?q=a%00b",
                "/assets/facets/tag?find=%00",
                "/findings/facets/product?find=%00"
            })
    void whatTheDatabaseCannotSearchForIsRefused(String path) throws Exception {
        assertRefused(browser.get(path), "without control characters");
    }

    @ParameterizedTest
    @CsvSource({
        "/connectors/1/configuration,name,revision: Is needed.",
        "/connectors/1/syncs,allowMassChange,allowMassChange: Is malformed."
    })
    void aFormThatIsIncompleteOrMadeByHandIsRefused(String path, String field, String why) throws Exception {
        browser.get("/settings");

        assertRefused(browser.post(path, Map.of(field, "maybe")), why);
    }

    /** Proxies and browsers write addresses down. */
    @Test
    void fieldsInTheAddressOfAFormAreRefused() throws Exception {
        browser.get("/settings");

        assertRefused(
                browser.post("/connectors/1/syncs?allowMassChange=true", Map.of()),
                "The form has fields in its address");
    }

    private static void assertRefused(HttpResponse<String> reply, String why) {
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(PageText.of(reply.body())).contains(why, "Nothing was changed.");
    }
}
