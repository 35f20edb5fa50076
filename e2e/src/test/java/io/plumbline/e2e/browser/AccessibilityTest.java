package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe-core can see of WCAG 2.2 AA, wide and narrow, in light and in dark. */
@BrowserTest
class AccessibilityTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** All that depends on light and dark, which are the same page in other colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingOnAWidePage(Place place, Stage stage) {
        look(place, Width.DESK, stage);
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingOnANarrowPage(Place place, Stage stage) {
        look(place, Width.PHONE, stage);
    }

    private static void look(Place place, Width width, Stage stage) {
        try (Visit visit = stage.visit(width)) {
            visit.go(place, stage);
            List<String> light = violations(axe(visit.page()).withTags(WCAG));
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            visit.page().waitForFunction("() => document.documentElement.dataset.bsTheme === 'dark'");
            List<String> dark = violations(axe(visit.page()).withRules(OF_COLOURS));
            assertThat(light).as("in light").isEmpty();
            assertThat(dark).as("in dark").isEmpty();
        }
    }

    /** Rows are alike, and looking at each takes its time; the other mode opens a window for the sake of frames from elsewhere. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).exclude("tbody tr:nth-child(n+4)");
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .flatMap(AccessibilityTest::told)
                .toList();
    }

    private static Stream<String> told(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getTarget() + " " + node.getHtml() + " "
                        + node.getAny().stream()
                                .map(check -> check.getMessage())
                                .toList());
    }
}
