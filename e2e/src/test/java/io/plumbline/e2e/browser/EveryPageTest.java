package io.plumbline.e2e.browser;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each page keeps to: it is light, shows all it has, stands still, and suits those who cannot see it. Each is loaded as seldom
 * as can be, for loading takes longest. That its browser has nothing to complain of, {@link Visit} sees to everywhere.
 */
@BrowserTest
class EveryPageTest {

    private static final long BYTES_WITH_NOTHING_KEPT = 600_000;
    private static final long BYTES_WITH_A_WARM_CACHE = 60_000;

    /** The sum of the moves' scores, each the share of the window times the share of the way; up to 0.1 passes as good. */
    private static final double STILL = 0.05;

    private static final String MOVED = """
            () => new Promise((done) =>
              requestAnimationFrame(() => requestAnimationFrame(() => done(window.plumblineShift))))""";

    private static final String HANGING_OVER = """
            () => [...document.querySelectorAll("main *")]
              .filter((element) => element.getBoundingClientRect().right > document.body.offsetWidth)
              .map((element) => element.outerHTML.slice(0, 100))""";

    private static final String CUT_OFF = """
            () => [...document.querySelectorAll(".list")]
              .filter((list) => list.scrollWidth > list.clientWidth)
              .map((list) => list.scrollWidth - list.clientWidth)""";

    @ParameterizedTest
    @EnumSource
    void onAPhone(Place place, Stage stage) {
        SoftAssertions softly = new SoftAssertions();
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go(place, stage);
            assertStandsStill(visit, softly);
            softly.assertThat(visit.ask("() => document.scrollingElement.scrollWidth - document.body.offsetWidth"))
                    .as(() -> "pixels that hang over, of " + visit.ask(HANGING_OVER))
                    .isEqualTo(0);
            softly.assertThat(Axe.violations(visit.page())).as("axe").isEmpty();
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void onADesk(Place place, Stage stage) {
        SoftAssertions softly = new SoftAssertions();
        try (Visit visit = stage.visit(Width.DESK)) {
            Traffic traffic = new Traffic(visit.page());
            visit.go(place, stage);
            softly.assertThat(traffic.bytes()).as("bytes with nothing kept").isBetween(1L, BYTES_WITH_NOTHING_KEPT);
            visit.go(place, stage);
            softly.assertThat(traffic.bytes()).as("bytes with a warm cache").isBetween(1L, BYTES_WITH_A_WARM_CACHE);
            assertStandsStill(visit, softly);
            softly.assertThat(visit.ask(CUT_OFF))
                    .as("pixels that are cut off, of each list")
                    .isEqualTo(List.of());
            softly.assertThat(Axe.violationsOfWidth(visit.page()))
                    .as("axe, of this width")
                    .isEmpty();
            softly.assertThat(Axe.violationsInTheDark(visit.page()))
                    .as("axe, in the dark")
                    .isEmpty();
        }
        softly.assertAll();
    }

    private static void assertStandsStill(Visit visit, SoftAssertions softly) {
        double moved = ((Number) visit.ask(MOVED)).doubleValue();
        softly.assertThat(moved)
                .as(() -> "moved: " + visit.ask("() => window.plumblineShifts"))
                .isLessThan(STILL);
    }
}
