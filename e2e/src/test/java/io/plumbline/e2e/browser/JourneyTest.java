package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a server with nothing in it to a finding in full, by nothing but its pages, in the order of the product's guide. */
@BrowserTest
class JourneyTest {

    /** A vendor that repeats what it was sent. */
    private static final String REFUSAL =
            "{\"reply\":{\"err_code\":402,\"err_msg\":\"no licence today\",\"err_extra\":\"key %s\"}}"
                    .formatted(NewServer.OPTIONS.standardKey());

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    @Test
    void fromAnEmptyServerToAFinding(Stage stage) throws IOException {
        try (NewServer server = NewServer.start();
                Visit visit = stage.elsewhere(server.base(), Width.DESK, options -> options)) {
            Page page = visit.page();
            signInToAnEmptyDashboard(visit);
            findTheConnectorInTheLibrary(visit);
            aFailedTestTellsWhyAndAPassedOnePromisesNothing(server, page);
            configure(page);
            server.console().faults().always(Call.GET_ENDPOINT, new Fault.Delay(Duration.ofMillis(1_200)));
            create(visit);
            theSyncMovesByItself(visit);
            server.console().faults().clear();
            theLogCanBeFilteredAndTakenAway(visit);
            theConnectorIsConnected(visit);
            theInventoryHasItsRecords(visit);
            aFailedSyncTellsWhatToDo(server, visit);
            aSyncCanBeCancelled(server, visit);
        }
    }

    private static void signInToAnEmptyDashboard(Visit visit) {
        visit.go("/");
        SignInForm.fill(visit.page());
        visit.awaitAddress("/");
        assertThat(visit.page().locator(".empty")).containsText("Nothing to show yet");
    }

    private static void findTheConnectorInTheLibrary(Visit visit) {
        Page page = visit.page();
        click(page.locator("nav.side"), "Connectors");
        assertThat(heading(page, "Connectors")).isVisible();
        click(page, "Add new connector");
        assertThat(heading(page, "Connector Library")).isVisible();
        Locator search = page.getByLabel("Search by name");
        search.pressSequentially("nothing of that name");
        assertThat(page.locator("#tiles")).containsText("Nothing found");
        search.fill("cortex");
        Locator tile = page.locator(".tile");
        assertThat(tile).hasCount(1);
        assertThat(tile).containsText("Cortex XDR");
        tile.getByText("Connect", new Locator.GetByTextOptions().setExact(true)).click();
        visit.awaitAddress("/connectors/new\\?type=cortex-xdr");
        assertThat(page.locator(".form-step h2")).hasCount(4);
        assertThat(page.locator(".form-step h2").allInnerTexts().toString())
                .matches("(?s).*Connection.*Data pulling.*Connectivity.*Schedule.*");
    }

    private static void aFailedTestTellsWhyAndAPassedOnePromisesNothing(NewServer server, Page page) {
        server.fillInConnection(page, "not-the-key");
        click(page, "Test connectivity");
        Locator test = page.locator("#test");
        assertThat(test).containsText("Failed", SOON);
        assertThat(test.locator("summary")).hasText("Show tests");
        Locator failed = test.locator("li.failed");
        assertThat(failed).hasCount(1);
        assertThat(failed.locator(".remedy")).isVisible();
        assertThat(failed.locator("pre")).containsText("401");
        assertThat(failed.locator(".number")).hasText(Pattern.compile("[0-9.]+ m?s"));
        assertThat(test.locator("li.passed").first()).isVisible();
        assertThat(page.content()).doesNotContain("not-the-key");

        page.getByLabel("API key", new Page.GetByLabelOptions().setExact(true)).fill(NewServer.OPTIONS.standardKey());
        click(page, "Test connectivity");
        assertThat(test).containsText("Passed", SOON);
        assertThat(test).containsText("no promise that a sync succeeds");
        assertThat(test.locator("li.failed")).hasCount(0);
    }

    private static void configure(Page page) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("HQ tenant");
        page.getByLabel("Asset retention").fill("3650");
        page.getByLabel("Lost").check();
        // Far from now: no sync but those of the test begins meanwhile.
        String time = DateTimeFormatter.ofPattern("HH:mm")
                .format(ZonedDateTime.now(ZoneId.of("Europe/Berlin")).plusHours(12));
        page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(time);
        page.getByLabel("Time zone").fill("Europe/Berlin");
        assertThat(page.locator(".summary")).containsText("Every day at " + time + " Europe/Berlin", SOON);
    }

    private static void create(Visit visit) {
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create"))
                .click();
        visit.awaitAddress("/connectors/1.*");
        assertThat(visit.page().locator("h1")).hasText(Pattern.compile("HQ tenant|Sync 1"));
    }

    /** Nobody reloads it. */
    private static void theSyncMovesByItself(Visit visit) {
        Page page = visit.page();
        visit.go("/connectors/1/syncs/1");
        page.evaluate("() => { window.sameDocument = true; }");
        Locator stages = page.locator(".stages li");
        assertThat(stages).hasCount(5);
        assertThat(page.locator(".stages li.now")).containsText("Fetching", SOON);
        assertThat(page.locator(".reading-words")).containsText("endpoints", SOON);
        assertThat(page.locator("#lines li").nth(3)).isVisible();
        assertThat(page.locator(".title .state")).containsText("Succeeded", SOON);
        assertThat(page.locator(".stages li.done")).hasCount(5);
        assertThat(page.locator(".counts tbody tr").first())
                .containsText(String.valueOf(NewServer.OPTIONS.endpoints()));
        assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
    }

    private static void theLogCanBeFilteredAndTakenAway(Visit visit) throws IOException {
        Page page = visit.page();
        page.locator(".log summary", new Page.LocatorOptions().setHasText("Stage"))
                .click();
        page.locator(".log a[role=switch]", new Page.LocatorOptions().setHasText("Fetching"))
                .click();
        visit.awaitAddress("/connectors/1/syncs/1\\?.*stage=FETCHING.*");
        assertThat(page.locator("#lines .stage").allInnerTexts())
                .hasSizeGreaterThan(3)
                .containsOnly("Fetching");
        Download text = page.waitForDownload(() -> click(page, "Download as text"));
        assertThat(Files.readString(text.path()))
                .contains("FETCHING", "300 of 300 endpoints")
                .doesNotContain(NewServer.OPTIONS.standardKey());
    }

    private static void theConnectorIsConnected(Visit visit) {
        Page page = visit.page();
        click(page.locator("nav.side"), "Connectors");
        Locator row = page.locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("HQ tenant");
        assertThat(row).containsText("Connected");
        assertThat(row).containsText("next", SOON);
    }

    private static void theInventoryHasItsRecords(Visit visit) {
        Page page = visit.page();
        for (String section : new String[] {"Assets", "Weaknesses", "Findings"}) {
            click(page.locator("nav.side"), section);
            Locator menu = page.locator("details.facet", new Page.LocatorOptions().setHasText("3rd Party Connectors"));
            menu.locator("summary").click();
            menu.locator("a[role=switch]", new Locator.LocatorOptions().setHasText("HQ tenant"))
                    .click();
            visit.awaitAddress("/" + section.toLowerCase(Locale.ROOT) + "\\?connectorId=1");
            assertThat(page.locator(".chip")).containsText("HQ tenant");
            Locator first = page.locator("#results tbody .first a").first();
            String name = first.innerText();
            first.click();
            assertThat(page.locator("h1")).containsText(name);
            assertThat(page.locator("main")).containsText("First observed");
        }
    }

    private static void aFailedSyncTellsWhatToDo(NewServer server, Visit visit) {
        Page page = visit.page();
        server.console().faults().always(Call.GET_ENDPOINT, new Fault.Status(402, "application/json", REFUSAL));
        visit.go("/connectors/1");
        click(page, "Sync now");
        visit.awaitAddress("/connectors/1/syncs/2.*");
        assertThat(page.locator(".title .state")).containsText("Failed", SOON);
        Locator trouble = page.locator(".message.error");
        assertThat(trouble).containsText("What to do");
        assertThat(trouble.locator("#payload")).isHidden();
        trouble.locator("summary").click();
        assertThat(trouble.locator("#payload")).containsText("no licence today");
        assertThat(trouble.locator("#payload")).not().containsText(NewServer.OPTIONS.standardKey());
        assertThat(trouble.locator("[data-copy]")).isVisible();
        server.console().faults().clear();
    }

    private static void aSyncCanBeCancelled(NewServer server, Visit visit) {
        Page page = visit.page();
        server.console().faults().always(Call.GET_ENDPOINT, new Fault.Delay(Duration.ofSeconds(5)));
        click(page, "Sync again");
        visit.awaitAddress("/connectors/1/syncs/3.*");
        click(page, "Cancel the sync");
        assertThat(page.locator(".title .state")).containsText("Cancelled", SOON);
        server.console().faults().clear();
    }

    private static Locator heading(Page page, String text) {
        return page.locator("h1", new Page.LocatorOptions().setHasText(text));
    }

    private static void click(Page page, String text) {
        page.locator("main a, main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static void click(Locator within, String link) {
        within.locator("a", new Locator.LocatorOptions().setHasText(link)).click();
    }
}
