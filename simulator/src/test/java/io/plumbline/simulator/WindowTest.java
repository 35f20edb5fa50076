package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One vulnerability on hosts that were last seen 0, 23, 25 and 700 hours ago. */
class WindowTest extends TenantTest {

    private static final String HOSTS = "dataset = va_cves | arrayexpand affected_hosts | fields affected_hosts";

    @Override
    TenantOptions options(TenantOptions defaults) {
        return defaults.empty();
    }

    @BeforeEach
    void fourHosts() {
        for (int hours : new int[] {0, 23, 25, 700}) {
            var id = "%032x".formatted(hours);
            console.endpoints().put(id, "h" + hours);
            console.endpoints()
                    .setLastSeen(id, clock.millis() - Duration.ofHours(hours).toMillis());
        }
        console.cves().put("CVE-2026-10001", 5, "MEDIUM", "", List.of("h0", "h23", "h25", "h700", "without-agent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}"})
    void withoutATimeframeOnlyHostsSeenWithin24HoursAreListed(String timeframe) {
        assertThat(hosts(HOSTS, timeframe)).containsExactly("h0", "h23", "without-agent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2592000000; h0 h23 h25 h700 without-agent",
                "93600000; h0 h23 h25 without-agent",
                "3600000; h0 without-agent"
            })
    void aRelativeTimeInMillisecondsMovesTheWindowsBeginning(long relativeTime, String expected) {
        assertThat(hosts(HOSTS, "{\"relativeTime\":%d}".formatted(relativeTime)))
                .containsExactly(expected.split(" "));
    }

    @Test
    void fromAndToAreEpochMilliseconds() {
        long from = clock.millis() - Duration.ofHours(26).toMillis();

        assertThat(hosts(HOSTS, "{\"from\":%d,\"to\":%d}".formatted(from, clock.millis())))
                .containsExactly("h0", "h23", "h25", "without-agent");
    }

    @ParameterizedTest
    @CsvSource({"26h, 4", "2d, 4", "30m, 2", "5w, 5", "2mo, 5", "1y, 5"})
    void theQueryItselfMaySetTheTimeframe(String timeframe, int hosts) {
        assertThat(hosts("config timeframe = " + timeframe + " | " + HOSTS, "null"))
                .hasSize(hosts);
    }

    @Test
    void theRequestsTimeframeWinsOverTheQuerys() {
        assertThat(hosts("config timeframe = 1y | " + HOSTS, "{\"relativeTime\":3600000}"))
                .containsExactly("h0", "without-agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "d", "3parsecs", "12345678901d"})
    void aTimeframeThatIsNotKnownIsA500(String timeframe) {
        assertThat(queries.start("config timeframe = " + timeframe + " | " + HOSTS, "null")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void theCountOfHostsIsThatOfTheWindow() {
        assertThat(queries.rows("dataset = va_cves", "null")
                        .getFirst()
                        .path("affected_hosts_count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void vaEndpointsListsThoseSeenWithinTheWindow() {
        var names = "dataset = va_endpoints | fields endpoint_name as affected_hosts";

        assertThat(hosts(names, "null")).containsExactly("h0", "h23");
        assertThat(hosts(names, "{\"relativeTime\":2592000000}")).containsExactly("h0", "h23", "h25", "h700");
    }

    @Test
    void aVulnerabilityStaysListedWhenAllItsHostsAreOutOfSight() {
        console.cves().put("CVE-2026-10001", 5, "MEDIUM", "", List.of("h700"));

        var row = queries.rows("dataset = va_cves", "null").getFirst();

        assertThat(row.path("affected_hosts").size()).isZero();
        assertThat(row.path("affected_hosts_count").asInt()).isZero();
    }

    @Test
    void hostsLeaveTheWindowAsTimePasses() {
        console.endpoints().setStatus("%032x".formatted(0), "disconnected");
        clock.advance(Duration.ofHours(25));

        assertThat(hosts(HOSTS, "null")).containsExactly("without-agent");
    }

    private List<String> hosts(String xql, String timeframe) {
        return queries.rows(xql, timeframe).stream()
                .map(row -> row.path("affected_hosts").asString())
                .toList();
    }
}
