package io.plumbline.server.dashboard;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.InventoryRestSuite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The last 30 days, of two connectors, on most of which nothing was synced. */
class SummaryTrendTest extends InventoryRestSuite {

    private static final String NONE = counts(0, 0, 0);

    private int one;
    private int two;

    @BeforeEach
    void syncOnSomeDays() {
        one = syncs.connector("one");
        two = syncs.connector("two");
        clock.set("2026-02-20T12:00:00Z");
        syncs.sync(one, List.of("a", "b"), cve(1, "a", "b").score("9.8"));
        clock.set("2026-03-05T23:59:59.999Z");
        syncs.sync(two, List.of("c"), cve(2, "c").score("7.5"));
        clock.set("2026-03-06T00:00:00Z");
        syncs.sync(one, List.of("a", "b"), cve(1, "a").score("9.8"), cve(3, "a").score("2.0"));
        clock.set("2026-03-10T01:00:00Z");
        syncs.sync(one, List.of("a", "b"), cve(3, "a").score("2.0"));
        clock.set("2026-03-10T23:00:00Z");
        syncs.sync(one, List.of("a", "b"), cve(1, "a").score("9.8"), cve(3, "a").score("2.0"));
        clock.set("2026-03-20T12:00:00Z");
        syncs.sync(two, List.of("c"), cve(2, "c").score("9.9"));
        clock.set("2026-03-31T08:00:00Z");
    }

    @Test
    void thirtyDaysEndToday() throws Exception {
        List<String> dates =
                trend("").stream().map(day -> day.get("date").stringValue()).toList();

        assertThat(dates).hasSize(30).startsWith("2026-03-02", "2026-03-03").endsWith("2026-03-31");
        clock.set("2026-04-01T00:00:00Z");
        assertThat(trend("").getLast().get("date").stringValue()).isEqualTo("2026-04-01");
    }

    @Test
    void whatASyncLeftOpenStandsUntilTheNext() throws Exception {
        List<JsonNode> trend = trend("");

        assertThat(trend)
                .extracting(day -> day.get("open").toString())
                .startsWith(
                        counts(2, 0, 0),
                        counts(2, 0, 0),
                        counts(2, 0, 0), // from before the first of the days
                        counts(2, 1, 0), // the 5th
                        counts(1, 1, 1),
                        counts(1, 1, 1),
                        counts(1, 1, 1),
                        counts(1, 1, 1),
                        counts(1, 1, 1)); // the 10th, of two syncs the later
        assertThat(open(trend, 19)).isEqualTo(counts(1, 1, 1));
        assertThat(open(trend, 20)).isEqualTo(counts(2, 0, 1));
        assertThat(open(trend, 31)).isEqualTo(counts(2, 0, 1));
    }

    @Test
    void whatMovedIsCountedOnItsDay() throws Exception {
        List<JsonNode> trend = trend("");

        assertThat(moved(trend, 2)).containsExactly(NONE, NONE, NONE);
        assertThat(moved(trend, 5)).containsExactly(counts(0, 1, 0), NONE, NONE);
        assertThat(moved(trend, 6)).containsExactly(counts(0, 0, 1), counts(1, 0, 0), NONE);
        assertThat(moved(trend, 10)).containsExactly(NONE, counts(1, 0, 0), counts(1, 0, 0));
        assertThat(moved(trend, 20)).containsExactly(NONE, NONE, NONE);
    }

    @Test
    void beforeTheFirstSyncNothingIsSaid() throws Exception {
        List<JsonNode> trend = trend("?connectorId=" + two);

        assertThat(trend.subList(0, 3)).allMatch(day -> day.get("open").isNull());
        assertThat(open(trend, 5)).isEqualTo(counts(0, 1, 0));
        assertThat(moved(trend, 6)).containsExactly(NONE, NONE, NONE);
    }

    @Test
    void aConnectorThatIsBeingDeletedTakesItsPastAlong() throws Exception {
        syncs.delete(one);

        assertThat(trend("")).isEqualTo(trend("?connectorId=" + two));
        syncs.delete(two);
        assertThat(trend("")).hasSize(30).allMatch(day -> day.get("open").isNull());
    }

    @Test
    void theLastDayIsWhatIsOpenNow() throws Exception {
        JsonNode summary = get("/summary").body();

        assertThat(summary.at("/trend/29/open")).isEqualTo(summary.get("openFindings"));
    }

    private List<JsonNode> trend(String filter) throws Exception {
        return get("/summary" + filter).body().get("trend").valueStream().toList();
    }

    /** Day of March. */
    private static String open(List<JsonNode> trend, int day) {
        return trend.get(day - 2).get("open").toString();
    }

    private static List<String> moved(List<JsonNode> trend, int day) {
        JsonNode of = trend.get(day - 2);
        return List.of(
                of.get("new").toString(),
                of.get("fixed").toString(),
                of.get("resurfaced").toString());
    }

    private static String counts(int critical, int high, int low) {
        return "{\"CRITICAL\":%d,\"HIGH\":%d,\"MEDIUM\":0,\"LOW\":%d,\"INFO\":0}".formatted(critical, high, low);
    }
}
