package io.plumbline.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form of a connector: what it refuses and where it says so, and that it needs no script. */
@BrowserTest
class ConnectorFormTest {

    private static final String FORM = "/connectors/new?type=cortex-xdr";
    private static final String SECRET = "s3cret-that-must-not-come-back";

    /** By the names of their fields, what each of them refuses. */
    private static final Map<String, String> WRONG = new TreeMap<>(Map.ofEntries(
            Map.entry("settings.fqdn", "evil.example.com"),
            Map.entry("settings.apiKeyId", "seven"),
            Map.entry("dataPulling.assetRetentionDays", "0"),
            Map.entry("dataPulling.maxEndpoints", "many"),
            Map.entry("dataPulling.massChangeGuardPercent", "101"),
            Map.entry("dataPulling.purgeAfterDays", "99999"),
            Map.entry("connection.requestsPerSecond", "0"),
            Map.entry("schedule.timeZone", "Mars/Olympus")));

    @Test
    void eachFieldRefusesWhatItCannotTakeBesideItself(Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            Page page = visit.page();
            visit.go(FORM);
            page.locator("summary", new Page.LocatorOptions().setHasText("Advanced"))
                    .click();
            WRONG.forEach((field, value) -> input(page, field).fill(value));
            input(page, "settings.apiKey").fill(SECRET);
            input(page, "name").fill("Kept as it was");

            create(page);

            assertThat(page.locator(".message.error")).containsText("Nothing was created");
            assertThat(page.locator(".message.error")).isFocused();
            for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
                Locator input = input(page, wrong.getKey());
                assertThat(input).hasAttribute("aria-invalid", "true");
                String problem = "field-" + wrong.getKey().replace('.', '-') + "-error";
                assertThat(input).hasAttribute("aria-describedby", Pattern.compile("^" + problem + "\\b.*"));
                assertThat(page.locator("#" + problem)).hasText(Pattern.compile(".{10,}"));
                assertThat(input).hasValue(wrong.getValue());
            }
            assertThat(input(page, "name")).hasValue("Kept as it was");
            assertThat(page.content()).doesNotContain(SECRET);
            page.locator(".message.error a").first().click();
            assertThat(page.locator("input:focus, fieldset:focus")).hasCount(1);
        }
        assertThat(stage.company().api().get("/api/v1/connectors").get("items")).hasSize(1);
    }

    @Test
    void whatMustBeThereIsAskedFor(Stage stage) {
        try (Visit visit = stage.visit(Width.PHONE)) {
            visit.go(FORM);
            create(visit.page());
            for (String field : List.of("settings.fqdn", "settings.apiKey", "settings.apiKeyId")) {
                assertThat(input(visit.page(), field)).hasAttribute("aria-invalid", "true");
            }
        }
    }

    @Test
    void withoutScriptAConnectorIsTestedCreatedChangedDisabledAndDeleted(Stage stage) {
        try (NewServer server = NewServer.start();
                Visit visit =
                        stage.elsewhere(server.base(), Width.DESK, options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.page();
            page.navigate("/login");
            SignInForm.fill(page);
            page.navigate(FORM);
            server.fillInConnection(page, NewServer.OPTIONS.standardKey());
            Page test = page.context()
                    .waitForPage(() -> button(page, "Test connectivity").click());
            assertThat(test.locator("#test")).containsText("Passed", new ContainsTextOptions().setTimeout(60_000));
            test.close();
            create(page);
            assertThat(page.locator("h1")).hasText(Pattern.compile("^(Cortex XDR|Sync 1)"));
            server.api().awaitSync("1");

            page.navigate("/connectors/1/configuration");
            input(page, "name").fill("Renamed");
            button(page, "Update, apply at the next sync").click();
            assertThat(page.locator("h1")).hasText("Renamed");
            page.navigate("/connectors/1/configuration");
            button(page, "Update and sync now").click();
            assertThat(server.api().awaitSync("1").get("status").asString()).isEqualTo("SUCCEEDED");

            page.navigate("/connectors/1");
            page.locator("summary[aria-label^='What to do']").click();
            button(page, "Disable").click();
            assertThat(page.locator(".lead")).containsText("Disabled");
            page.locator("summary[aria-label^='What to do']").click();
            page.locator(".menu-body a.danger").click();
            page.getByLabel("Type “Renamed” to confirm").fill("Another");
            button(page, "Delete the connector and its data").click();
            assertThat(page.locator(".problem")).containsText("nothing was deleted");
            page.getByLabel("Type “Renamed” to confirm").fill("Renamed");
            button(page, "Delete the connector and its data").click();
            assertThat(page).hasURL(Pattern.compile(".*/connectors(\\?.*)?$"));
        }
    }

    private static Locator input(Page page, String name) {
        return page.locator("[name='" + name + "']").first();
    }

    private static void create(Page page) {
        button(page, "Create").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
