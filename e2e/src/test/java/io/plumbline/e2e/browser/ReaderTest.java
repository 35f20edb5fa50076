package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pages suit whoever reads them: the zone, light or dark. */
@BrowserTest
class ReaderTest {

    private static final String ZONE = "Pacific/Auckland";

    /** The ground's colour in every frame from the first that has a body on. */
    private static final String WATCH_COLOURS = """
            window.plumblineGrounds = new Set();
            const look = () => {
              if (document.body && document.readyState !== "loading") {
                window.plumblineGrounds.add(getComputedStyle(document.body).backgroundColor);
              }
              requestAnimationFrame(look);
            };
            look();""";

    @Test
    void timesAreShownInTheReadersZoneFromTheSecondViewOn(Stage stage) {
        String asset = Place.ASSET.path(stage.company());
        try (Visit visit = stage.visit(Width.DESK, options -> options.setTimezoneId(ZONE))) {
            visit.go(asset);
            visit.go(asset);
            Locator observed = visit.page().locator("dt:has-text('First observed') + dd time");
            Instant instant = Instant.parse(observed.getAttribute("datetime"));
            assertThat(observed.innerText())
                    .isEqualTo(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                            .format(instant.atZone(ZoneId.of(ZONE))));
            assertThat(observed.getAttribute("title")).contains("UTC", ZONE);
        }
    }

    @Test
    void whatTheSystemPrefersIsShown(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK, options -> options.setColorScheme(ColorScheme.DARK))) {
            visit.page().addInitScript(WATCH_COLOURS);
            visit.go("/");
            assertThat(theme(visit)).isEqualTo("dark");
            assertThat(grounds(visit)).hasSize(1);
        }
    }

    @Test
    void aSwitchToDarkIsKeptAndNothingFlashes(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.page().addInitScript(WATCH_COLOURS);
            visit.go("/assets");
            List<?> light = grounds(visit);
            visit.page().getByLabel("Switch between light and dark").click();
            assertThat(theme(visit)).isEqualTo("dark");

            visit.page().reload();

            visit.awaitQuiet();
            assertThat(theme(visit)).isEqualTo("dark");
            assertThat(grounds(visit)).hasSize(1).isNotEqualTo(light);
        }
    }

    private static Object theme(Visit visit) {
        return visit.ask("() => document.documentElement.dataset.bsTheme");
    }

    private static List<?> grounds(Visit visit) {
        return (List<?>) visit.ask("""
                () => new Promise((done) => requestAnimationFrame(() =>
                  requestAnimationFrame(() => done([...window.plumblineGrounds]))))""");
    }
}
