package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Somebody whose browser runs no scripts reads everything and uses every form. */
@BrowserTest
class WithoutScriptTest {

    @Test
    void oneSignsInAndComesToWhereOneWanted(Stage stage) {
        try (Visit visit = stage.stranger(Width.DESK, options -> options.setJavaScriptEnabled(false))) {
            visit.page().navigate("/findings?severity=CRITICAL");
            visit.awaitAddress("/login");
            SignInForm.fill(visit.page());
            visit.awaitAddress("/findings\\?severity=CRITICAL.*");
            assertThat(visit.page().locator("h1")).hasText("Findings");
        }
    }

    @Test
    void oneFiltersAndTurnsPagesAndOpensDetails(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK, options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.page();
            page.navigate("/findings?limit=25");
            Locator menu = page.locator("details.facet", new Page.LocatorOptions().setHasText("Severity"));
            menu.locator("summary").click();
            menu.getByText("Choose…").click();
            page.locator("a[role=switch]", new Page.LocatorOptions().setHasText("High"))
                    .click();
            assertThat(page.locator(".chip")).containsText("Severity: High");
            page.locator("a[rel=next]").click();
            assertThat(page.locator(".pager")).containsText("26–50 of");
            page.locator("table.rows .first a").first().click();
            assertThat(page.locator("dt").first()).hasText("Weakness");
            page.locator("dd a").first().click();
            page.getByText("Filter, sort and export them").click();
            assertThat(page.locator(".chip")).containsText("Weakness:");
        }
    }

    @Test
    void oneSearches(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK, options -> options.setJavaScriptEnabled(false))) {
            visit.page().navigate("/assets");
            visit.page().locator("[data-search]").fill("<script>");
            visit.page().locator(".filters button[type=submit]").click();
            assertThat(visit.address()).contains("q=%3Cscript%3E");
            assertThat(visit.page().locator("table.rows tbody tr")).hasCount(1);
        }
    }
}
