package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each page keeps to. That its browser has nothing to complain of, {@link Visit} sees to everywhere. */
@BrowserTest
class EveryPageTest {

    /** The sum of the moves' scores, each the share of the window times the share of the way; up to 0.1 passes as good. */
    private static final double STILL = 0.02;

    private static final String HANGING_OVER = """
            () => [...document.querySelectorAll("main *")]
              .filter((element) => element.getBoundingClientRect().right > document.body.offsetWidth)
              .map((element) => element.outerHTML.slice(0, 100))""";

    @ParameterizedTest
    @EnumSource
    void fitsAPhoneAndStandsStillThere(Place place, Stage stage) {
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go(place, stage);
            assertStandsStill(visit);
            assertThat(visit.ask("() => document.scrollingElement.scrollWidth - document.body.offsetWidth"))
                    .as(() -> "pixels that hang over, of " + visit.ask(HANGING_OVER))
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAllItsColumnsOnADeskAndStandsStillThere(Place place, Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go(place, stage);
            assertStandsStill(visit);
            assertThat(visit.ask("""
                    () => [...document.querySelectorAll(".list")]
                      .filter((list) => list.scrollWidth > list.clientWidth)
                      .map((list) => list.scrollWidth - list.clientWidth)"""))
                    .as("pixels that are cut off, of each list")
                    .isEqualTo(List.of());
        }
    }

    private static void assertStandsStill(Visit visit) {
        double moved = ((Number) visit.ask("""
                () => new Promise((done) =>
                  requestAnimationFrame(() => requestAnimationFrame(() => done(window.plumblineShift))))""")).doubleValue();
        assertThat(moved)
                .as(() -> "moved: " + visit.ask("() => window.plumblineShifts"))
                .isLessThan(STILL);
    }
}
