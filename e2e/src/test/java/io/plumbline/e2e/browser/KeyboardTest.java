package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Everything within reach of the keys, as the list under {@code ?} promises. */
@BrowserTest
class KeyboardTest {

    @Test
    void aSlashGoesToTheSearch(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            visit.page().keyboard().press("/");
            assertThat(search(visit.page())).isFocused();
            assertThat(search(visit.page())).hasValue("");
        }
    }

    @Test
    void jAndKGoFromRowToRowAndEnterOpensOne(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            Locator links = visit.page().locator("table.rows tbody .first a");
            String second = links.nth(1).getAttribute("href");
            visit.page().keyboard().press("j");
            assertThat(links.nth(0)).isFocused();
            visit.page().keyboard().press("j");
            visit.page().keyboard().press("j");
            assertThat(links.nth(2)).isFocused();
            visit.page().keyboard().press("k");
            assertThat(links.nth(1)).isFocused();
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**" + second);
        }
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeClosesTheList(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            Locator list = visit.page().locator("#shortcuts");
            visit.page().keyboard().press("?");
            assertThat(list).isVisible();
            visit.page().keyboard().press("Escape");
            assertThat(list).isHidden();
        }
    }

    @Test
    void escapeClosesAMenuAndGivesTheFocusBack(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            Locator columns = visit.page().locator("summary", new Page.LocatorOptions().setHasText("Columns"));
            columns.focus();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("details[open]")).hasCount(1);
            visit.page().keyboard().press("Escape");
            assertThat(visit.page().locator("details[open]")).hasCount(0);
            assertThat(columns).isFocused();
        }
    }

    @Test
    void gAndALetterGoToASection(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("a");
            visit.awaitAddress("/assets");
        }
    }

    @Test
    void lettersThatAreTypedIntoAFieldStayLetters(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            search(visit.page()).focus();
            visit.page().keyboard().type("gj?/");
            assertThat(search(visit.page())).hasValue("gj?/");
            assertThat(search(visit.page())).isFocused();
        }
    }

    private static Locator search(Page page) {
        return page.locator("[data-search]");
    }
}
