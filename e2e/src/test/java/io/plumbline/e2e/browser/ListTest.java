package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding something in a list: what one sees follows what one does, and stands in the address. */
@BrowserTest
class ListTest {

    @Test
    void theListFollowsTheTypingAndTheFocusStays(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            Locator search = visit.page().locator("[data-search]");
            search.focus();
            visit.page().keyboard().type("<script>");
            visit.awaitAddress("/assets\\?q=%3Cscript%3E");
            assertThat(rows(visit)).hasCount(1);
            assertThat(rows(visit).locator(".first")).hasText(Company.HOSTILE);
            assertThat(search).isFocused();
        }
    }

    @Test
    void whatStandsAboveAListFollowsTheTypingToo(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            visit.page().locator("[data-search]").pressSequentially("<script>");
            visit.awaitAddress("/assets\\?q=%3Cscript%3E");
            visit.awaitQuiet();
            assertThat(visit.page().locator("a[download]")).hasCount(2);
            for (Locator export : visit.page().locator("a[download]").all()) {
                assertThat(export).hasAttribute("href", Pattern.compile(".*q=%3Cscript%3E"));
            }
            Locator menu = menu(visit, "Open findings");
            menu.locator("summary").click();
            menu.locator("a[role=switch]").first().click();
            visit.awaitAddress("/assets\\?q=%3Cscript%3E&severity=CRITICAL");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidAsLongAsItDoesNot(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            Locator search = visit.page().locator("[data-search]");
            Locator trouble = visit.page().locator("#trouble");
            assertThat(trouble).isHidden();

            visit.setOffline(true);
            search.pressSequentially("a");
            assertThat(trouble).isVisible();
            assertThat(trouble).hasText("Plumbline does not answer. What you see may be out of date. Reload");
            assertThat(rows(visit).first()).isVisible();

            visit.setOffline(false);
            search.pressSequentially("b");
            visit.awaitAddress("/assets\\?q=ab");
            assertThat(trouble).isHidden();
        }
    }

    @Test
    void aSpanOfTimeIsSetByOneClickOrByTwoDays(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            Locator menu = menu(visit, "Fixed");
            more(visit);
            menu.locator("summary").click();
            Locator day = menu.locator("a", new Locator.LocatorOptions().setHasText("24 hours"));
            String amount = day.locator(".number").innerText();
            day.click();
            visit.awaitAddress("/findings\\?fixedAfter=[0-9TZ%A:-]+&state=FIXED");
            assertThat(visit.page().locator(".lead")).hasText(amount(amount + " finding"));
            assertThat(visit.page().locator("td[data-label='Fixed because']").first())
                    .containsText("not reported since sync");

            // Of the reader's calendar. Midnight may have come since the company's syncs.
            LocalDate today = LocalDate.now(Stage.ZONE);
            String yesterday = today.minusDays(1).toString();
            menu.locator("summary").click();
            menu.getByLabel("From").fill(yesterday);
            menu.getByLabel("to", new Locator.GetByLabelOptions().setExact(true))
                    .fill(today.toString());
            menu.getByText("Apply").click();
            visit.awaitAddress("/findings\\?fixedAfter=.*&fixedBefore=.*&state=FIXED");
            assertThat(visit.page().locator(".lead")).hasText(amount(amount + " finding"));
            assertThat(visit.page().locator(".chip").first()).containsText("Fixed since: " + yesterday);
        }
    }

    @Test
    void aFilterShowsItsValuesWithCountsAndChoosingOneLeavesThatMany(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/findings");
            Locator menu = visit.page().locator("details.facet", new Page.LocatorOptions().setHasText("Severity"));
            menu.locator("summary").click();
            Locator critical = menu.locator("a[role=switch]", new Locator.LocatorOptions().setHasText("Critical"));
            String amount = critical.locator(".number").innerText();
            critical.click();
            visit.awaitAddress("/findings\\?severity=CRITICAL");
            assertThat(visit.page().locator(".lead")).hasText(amount(amount + " finding"));
            assertThat(visit.page().locator(".chip")).containsText("Severity: Critical");
            List<String> severities = rows(visit).locator("td .severity").allInnerTexts();
            assertThat(severities)
                    .hasSize(rows(visit).count())
                    .isNotEmpty()
                    .allSatisfy(severity -> assertThat(severity).contains("Critical"));
        }
    }

    @Test
    void aFilterWithManyValuesFindsTheOneThatIsTyped(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            more(visit);
            Locator menu = menu(visit, "Tag");
            menu.locator("summary").click();
            menu.getByLabel("Find a value").fill("calc");
            assertThat(menu.locator("li")).hasCount(1);
            assertThat(menu.locator("li")).containsText("=cmd|");
        }
    }

    @Test
    void backReturnsToTheSameView(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets?sort=-name&limit=25");
            visit.page().locator("[data-search]").pressSequentially("a");
            visit.awaitAddress("/assets\\?.*q=a.*");
            visit.awaitQuiet();
            String address = visit.address();
            List<String> names = rows(visit).locator(".first").allInnerTexts();
            rows(visit).locator(".first a").nth(3).click();
            visit.awaitAddress("/assets/[0-9-]+");

            visit.page().goBack();

            visit.awaitQuiet();
            assertThat(visit.address()).isEqualTo(address);
            assertThat(rows(visit).locator(".first").allInnerTexts())
                    .isEqualTo(names)
                    .isNotEmpty();
            assertThat(visit.page().locator("[data-search]")).hasValue("a");
        }
    }

    @Test
    void aColumnThatIsSwitchedOffStaysOff(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            Locator head = visit.page().locator("th", new Page.LocatorOptions().setHasText("Operating system"));
            assertThat(head).isVisible();
            visit.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Columns"))
                    .click();
            visit.page()
                    .locator("a[role=switch]", new Page.LocatorOptions().setHasText("Operating system"))
                    .click();
            assertThat(head).hasCount(0);
            visit.page().reload();
            assertThat(head).hasCount(0);
        }
    }

    @Test
    void moreColumnsThanFitAreReachedByScrolling(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go(
                    "/assets?columns=operatingSystem,vendorStatus,ipv4Addresses,externalTags,externalId,fqdn,macAddresses");
            Locator last = visit.page().locator("th").last();
            assertThat(last).not().isInViewport();
            visit.page().locator(".list").evaluate("list => list.scrollTo(list.scrollWidth, 0)");
            assertThat(last).isInViewport();
        }
    }

    @Test
    void theHeaderOfAListThatFitsStaysInSight(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets");
            visit.page().locator("#results tbody tr").last().scrollIntoViewIfNeeded();
            assertThat(visit.page().locator("th").first()).isInViewport();
        }
    }

    @Test
    void aHeaderSortsAndTurnsTheOrder(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/weaknesses");
            Locator head = visit.page().locator("th", new Page.LocatorOptions().setHasText("Affected assets"));
            head.locator("a").click();
            assertThat(head).hasAttribute("aria-sort", "descending");
            head.locator("a").click();
            assertThat(head).hasAttribute("aria-sort", "ascending");
            assertThat(head.locator("a")).hasAttribute("href", "/weaknesses?sort=-affectedAssetCount");
        }
    }

    @Test
    void anExportHoldsWhatTheListSelects(Stage stage) throws IOException {
        try (Visit visit = stage.visit(Width.DESK)) {
            visit.go("/assets?q=%3Cscript%3E");
            visit.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Export"))
                    .click();
            Download csv = visit.page()
                    .waitForDownload(
                            () -> visit.page().getByText("CSV, as filtered").click());
            assertThat(csv.suggestedFilename()).endsWith(".csv");
            assertThat(Files.readString(csv.path()).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("<script>");
            Download lines = visit.page()
                    .waitForDownload(() ->
                            visit.page().getByText("JSON lines, as filtered").click());
            assertThat(Files.readString(lines.path()).lines()).hasSize(1);
        }
    }

    private static Locator menu(Visit visit, String label) {
        return visit.page()
                .locator("details.facet")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page().locator("summary", new Page.LocatorOptions().setHasText(exactly(label)))));
    }

    private static Pattern exactly(String label) {
        return Pattern.compile("^\\s*" + label + "(\\s+[0-9]+)?\\s*$");
    }

    private static void more(Visit visit) {
        visit.page().locator("details.further > summary").click();
    }

    private static Locator rows(Visit visit) {
        return visit.page().locator("#results tbody tr");
    }

    /** An amount that is not the end of another. */
    private static Pattern amount(String amount) {
        return Pattern.compile("(?<![0-9,])" + amount);
    }
}
