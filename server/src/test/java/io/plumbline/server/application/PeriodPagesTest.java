package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters by spans of time, as a reader sets them and as somebody careless writes them into the address. */
class PeriodPagesTest {

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
    @CsvSource({
        "/findings?firstObservedAfter=%20, 200",
        "/findings?firstObservedAfter=junk, 400",
        "/findings?firstObservedAfter=9999-12-31T23:59:59.999999Z, 200",
        "/findings/facets/firstObserved?firstObservedAfter=junk, 200",
        "/findings/facets/nothing, 404",
        "/findings/periods/severity?from_day=2026-11-20, 404",
        "/findings/periods/fixed?from_day=yesterday, 400",
        "/findings/periods/fixed?from_day=9999-12-31, 302",
        "/findings/periods/fixed?to_day=9999-12-31, 400",
        "/findings/periods/fixed?from_day=0001-01-01, 400",
        "/findings/periods/fixed?from_day=2026-11-20&to_day=2026-11-19, 400",
    })
    void whatIsNoSpanOfTimeIsRefused(String path, int status) throws Exception {
        assertThat(browser.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void daysBecomeMomentsAndOtherFiltersStay() throws Exception {
        HttpResponse<String> chosen = browser.get(
                "/findings/periods/fixed?from_day=2020-01-01&to_day=2020-12-31&severity=MEDIUM&q=a+b&cursor=old&from=50");

        assertThat(chosen.statusCode()).isEqualTo(302);
        URI list = URI.create(chosen.headers().firstValue("Location").orElseThrow());
        assertThat(list.getPath()).isEqualTo("/findings");
        assertThat(list.getQuery())
                .isEqualTo(
                        "fixedAfter=2019-12-31T23:59:59.999999Z&fixedBefore=2021-01-01T00:00:00Z&q=a+b&severity=MEDIUM"
                                + "&state=FIXED");
        assertThat(browser.get(list.toString()).body())
                .contains("Fixed since: <time datetime=\"2020-01-01T00:00:00Z\"", "Nothing matches");
    }

    @Test
    void withoutDaysItIsAnyTime() throws Exception {
        HttpResponse<String> chosen = browser.get(
                "/findings/periods/firstObserved?from_day=&to_day=&firstObservedAfter=2020-01-01T00:00:00Z&severity=LOW");

        assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/findings?severity=LOW");
    }
}
