package io.plumbline.server.weakness;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.server.platform.chart.FindingsByDay.Day;
import io.plumbline.server.rest.InventoryRestSuite;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the findings of one weakness went, day by day. */
class WeaknessTrendTest extends InventoryRestSuite {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    @Autowired
    private WeaknessTrend trend;

    private int one;
    private int two;

    @BeforeEach
    void live() {
        one = syncs.connector("one");
        two = syncs.connector("two");
        clock.set("2026-03-05T23:59:59Z");
        syncs.sync(
                one,
                List.of("a", "b"),
                cve(1, "a", "b").score("9.8"),
                cve(2, "a").score("5.0"));
        clock.set("2026-03-07T00:00:00Z");
        syncs.sync(one, List.of("a", "b"), cve(1, "a").score("9.8"), cve(2, "a").score("5.0"));
        clock.set("2026-03-07T12:00:00Z");
        syncs.sync(
                one,
                List.of("a", "b"),
                cve(1, "a", "b").score("9.8"),
                cve(2, "a").score("5.0"));
        clock.set("2026-03-20T12:00:00Z");
        syncs.sync(two, List.of("c", "d"), cve(1, "c", "d").score("9.8"));
        clock.set("2026-03-21T12:00:00Z");
        syncs.sync(one, List.of("a"), cve(1, "a").score("9.8"), cve(2, "a").score("5.0"));
        clock.set("2026-03-31T08:00:00Z");
    }

    @Test
    void eachDayTellsWhatWasOpenAtItsEndAndWhatMoved() throws Exception {
        List<Day> days = trend.upTo(TODAY, id("CVE-2026-1"));

        assertThat(days).hasSize(30);
        assertThat(days.getFirst().date()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(days)
                .extracting(Day::open, Day::created, Day::fixed, Day::resurfaced)
                .startsWith(
                        tuple(null, 0L, 0L, 0L), // the 2nd: it was not known
                        tuple(null, 0L, 0L, 0L),
                        tuple(null, 0L, 0L, 0L),
                        tuple(2L, 2L, 0L, 0L), // the 5th
                        tuple(2L, 0L, 0L, 0L),
                        tuple(2L, 0L, 1L, 1L), // fixed and back
                        tuple(2L, 0L, 0L, 0L));
        assertThat(days.subList(18, 21))
                .extracting(Day::open, Day::created, Day::fixed)
                .containsExactly(
                        tuple(4L, 2L, 0L), // the 20th, of both connectors
                        tuple(3L, 0L, 0L), // b is archived: withheld, not fixed
                        tuple(3L, 0L, 0L));
        assertThat(days.getLast().open())
                .isEqualTo(get("/weaknesses/" + id("CVE-2026-1"))
                        .body()
                        .get("openFindingCount")
                        .longValue());
    }

    @Test
    void aWeaknessThatNothingMovedStandsWhereItStood() throws Exception {
        assertThat(trend.upTo(TODAY, id("CVE-2026-2"))).last().isEqualTo(new Day(TODAY, 1L, 0, 0, 0));
        assertThat(trend.upTo(LocalDate.parse("2027-03-31"), id("CVE-2026-2")))
                .as("a year later")
                .extracting(Day::open)
                .containsOnly(1L);
    }

    @Test
    void beforeAnyRunNothingIsKnownAndAfterwardsThatThereIsNone() throws Exception {
        clock.set("2026-03-30T12:00:00Z");
        syncs.sync(one, List.of("a"), cve(1, "a"), cve(2, "a"), cve(3, "a"));

        assertThat(trend.upTo(TODAY, id("CVE-2026-3")))
                .extracting(Day::open)
                .startsWith(null, null, null, 0L, 0L)
                .endsWith(0L, 0L, 1L, 1L);
    }

    @Test
    void aConnectorThatIsBeingDeletedTakesItsPastAlong() throws Exception {
        int weakness = id("CVE-2026-1");
        syncs.delete(one);

        assertThat(trend.upTo(TODAY, weakness))
                .extracting(Day::open, Day::created)
                .startsWith(tuple(null, 0L), tuple(null, 0L), tuple(null, 0L), tuple(null, 0L))
                .endsWith(tuple(2L, 0L));
        syncs.delete(two);
        assertThat(trend.upTo(TODAY, weakness)).extracting(Day::open).containsOnlyNulls();
    }

    private int id(String name) throws Exception {
        return Integer.parseInt(
                get("/weaknesses?q=" + name).body().at("/items/0/id").asString());
    }
}
