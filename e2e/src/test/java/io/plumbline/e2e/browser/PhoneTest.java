package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What is elsewhere on a phone than on a desk. */
@BrowserTest
class PhoneTest {

    @Test
    void theDrawerLeadsToTheSections(Stage stage) {
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go("/");
            Locator findings = visit.page().locator("nav.side a", new Page.LocatorOptions().setHasText("Findings"));
            assertThat(findings).isHidden();
            visit.page().locator("summary[aria-label=Navigation]").click();
            findings.click();
            visit.awaitAddress("/findings");
            assertThat(findings).isHidden();
        }
    }

    @Test
    void aFilterOpensAsASheetThatFitsTheWindow(Stage stage) {
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go("/assets");
            visit.page().locator("details.filter-sheet > summary").click();
            Locator menu =
                    visit.page().locator("details.facet", new Page.LocatorOptions().setHasText("Operating system"));
            menu.locator("summary").click();
            Locator value = menu.locator("a[role=switch]").first();
            assertThat(value).isInViewport();
            value.click();
            visit.awaitAddress("/assets\\?operatingSystem=.*");
        }
    }
}
