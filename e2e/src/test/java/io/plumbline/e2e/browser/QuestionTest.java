package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which servers have an open critical finding, since when, and what fixed the others: answered by filters alone. */
@BrowserTest
class QuestionTest {

    @Test
    void openCriticalFindingsOfServersAndWhatFixedTheOthers(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            choose(visit, "Severity", "Critical");
            choose(visit, "Endpoint type", "AGENT_TYPE_SERVER");

            assertThat(column(visit, "Asset"))
                    .isEqualTo(names(stage, "/api/v1/findings?severity=CRITICAL&endpointType=AGENT_TYPE_SERVER"))
                    .isNotEmpty();
            assertThat(visit.page()
                            .locator("td[data-label='First observed'] time")
                            .first())
                    .hasAttribute("title", Pattern.compile(".*UTC.*"));

            visit.page()
                    .locator(".lead a", new Page.LocatorOptions().setHasText("fixed"))
                    .click();
            visit.awaitAddress("/findings\\?endpointType=.*&severity=CRITICAL&state=FIXED");

            assertThat(column(visit, "Asset"))
                    .isEqualTo(names(
                            stage, "/api/v1/findings?severity=CRITICAL&endpointType=AGENT_TYPE_SERVER&state=FIXED"))
                    .isNotEmpty();
            Locator why =
                    visit.page().locator("td[data-label='Fixed because'] a").first();
            assertThat(why).hasText(Pattern.compile("not reported since sync [0-9]+"));
            why.click();
            visit.awaitAddress("/connectors/1/syncs/[0-9]+");
        }
    }

    private static void choose(Visit visit, String filter, String value) {
        Locator menu = visit.page()
                .locator("details.facet", new Page.LocatorOptions().setHasText(filter))
                .first();
        menu.locator("summary").click();
        menu.locator("a[role=switch]", new Locator.LocatorOptions().setHasText(value))
                .click();
        assertThat(visit.page().locator(".chip", new Page.LocatorOptions().setHasText(value)))
                .isVisible();
    }

    private static Set<String> column(Visit visit, String label) {
        List<String> cells =
                visit.page().locator("td[data-label='" + label + "']").allInnerTexts();
        return new TreeSet<>(cells);
    }

    private static Set<String> names(Stage stage, String list) {
        Set<String> names = new TreeSet<>();
        for (JsonNode finding : stage.company().api().get(list).get("items")) {
            names.add(finding.get("assetName").asString());
        }
        return names;
    }
}
