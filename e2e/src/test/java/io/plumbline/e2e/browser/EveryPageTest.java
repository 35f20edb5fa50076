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
    void isNotWiderThanAPhone(Place place, Stage stage) {
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go(place, stage);
            assertThat(visit.ask("() => document.scrollingElement.scrollWidth - document.body.offsetWidth"))
                    .as(() -> "pixels that hang over, of " + visit.ask(HANGING_OVER))
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAllItsColumnsOnADesk(Place place, Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go(place, stage);
            assertThat(visit.ask("""
                    () => [...document.querySelectorAll(".list")]
                      .filter((list) => list.scrollWidth > list.clientWidth)
                      .map((list) => list.scrollWidth - list.clientWidth)"""))
                    .as("pixels that are cut off, of each list")
                    .isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void standsStillOnADesk(Place place, Stage stage) {
        standsStill(place, Width.DESK, stage);
    }

    @ParameterizedTest
    @EnumSource
    void standsStillOnAPhone(Place place, Stage stage) {
        standsStill(place, Width.PHONE, stage);
    }

    private static void standsStill(Place place, Width width, Stage stage) {
        try (Visit visit = stage.visit(width)) {
            visit.go(place, stage);
            double moved = ((Number) visit.ask("""
                    () => new Promise((done) =>
                      requestAnimationFrame(() => requestAnimationFrame(() => done(window.plumblineShift))))""")).doubleValue();
            assertThat(moved)
                    .as(() -> "moved: " + visit.ask("() => window.plumblineShifts"))
                    .isLessThan(STILL);
        }
    }
}
