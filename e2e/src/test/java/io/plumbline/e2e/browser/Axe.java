package io.plumbline.e2e.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** What axe-core can see of WCAG 2.2 AA. */
final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** All that depends on light and dark, which are the same page in other colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    /** All that depends on width and is not of the text that is read. */
    private static final List<String> OF_WIDTH = List.of("target-size", "scrollable-region-focusable");

    /** In the light that the page is in. */
    static List<String> violations(Page page) {
        return violations(axe(page).withTags(WCAG));
    }

    /** What another width of the same page may have wrong. */
    static List<String> violationsOfWidth(Page page) {
        return violations(axe(page).withRules(OF_WIDTH));
    }

    /** Leaves the page dark. */
    static List<String> violationsInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction("() => document.documentElement.dataset.bsTheme === 'dark'");
        return violations(axe(page).withRules(OF_COLOURS));
    }

    /** Rows are alike, and looking at each takes its time; the other mode opens a window for the sake of frames from elsewhere. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).exclude("tbody tr:nth-child(n+4)");
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().flatMap(Axe::told).toList();
    }

    private static Stream<String> told(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getTarget() + " " + node.getHtml() + " "
                        + node.getAny().stream()
                                .map(check -> check.getMessage())
                                .toList());
    }
}
