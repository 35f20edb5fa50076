package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleListingTest extends ConsoleTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("curl (?:-X ([A-Z]+) )?'http://127\\.0\\.0\\.1:\\d+([^']+)'(?: -d '([^']+)')?");
    private static final Pattern KIND = Pattern.compile("  (\\{\"kind\":.*})");

    @Test
    void theConsoleListsItselfAsTextWithAnExampleForEveryCall() {
        var reply = client.console("GET", "/console", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/plain");
        var calls = reply.text()
                .lines()
                .filter(line -> line.matches("(GET|PUT|PATCH|POST|DELETE) +/console/.*"))
                .toList();
        assertThat(calls).hasSizeGreaterThan(30);
        assertThat(examples()).hasSameSizeAs(calls);
    }

    @Test
    void everyExampleWorksOneAfterTheOther() {
        assertThat(examples()).allSatisfy(example -> {
            var method = example.group(1) == null ? "GET" : example.group(1);
            var body = example.group(3) == null ? "" : example.group(3);
            assertThat(client.console(method, example.group(2), body).status())
                    .as(example.group())
                    .isEqualTo(200);
        });
    }

    @Test
    void everyKindOfFaultThatIsListedCanBeAdded() {
        var kinds = KIND.matcher(listing()).results().map(each -> each.group(1)).toList();

        assertThat(kinds).hasSize(Fault.class.getPermittedSubclasses().length);
        kinds.forEach(kind -> post("/console/faults", kind.replaceFirst("\\{", "{\"call\":\"get_quota\",")));
        assertThat(console.faults().waiting()).isEqualTo(kinds.size());
    }

    @Test
    void everySettingThatCanBeReadIsListed() {
        var listing = listing();

        assertThat(get("/console/behaviour").propertyNames())
                .isNotEmpty()
                .allMatch(name -> listing.lines().anyMatch(line -> line.startsWith("  " + name + " ")));
    }

    @Test
    void everyCallOfTheVendorIsListed() {
        assertThat(listing())
                .contains(List.of(Call.values()).stream().map(Call::word).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /console/nothing",
        "POST, /console/clock",
        "GET, /console/endpoints/a/b/c",
        "POST, /console",
        "DELETE, /console/faults/1"
    })
    void whatIsNotListedIs404AndPointsToTheList(String method, String target) {
        assertThat(refusal(404, method, target, "{}")).contains(method + " " + target, "GET /console");
    }

    @ParameterizedTest
    @CsvSource({"/console/", "/console"})
    void aSlashAtTheEndChangesNothing(String target) {
        assertThat(client.console("GET", target, "").text()).startsWith("The console");
    }

    @ParameterizedTest
    @CsvSource({"/consoles", "/Console", "/public_api/v1/console"})
    void otherPathsAreTheVendors(String target) {
        assertThat(client.console("GET", target, "").bytes()).hasSize(110);
    }

    private String listing() {
        return client.console("GET", "/console", "").text();
    }

    private List<MatchResult> examples() {
        return EXAMPLE.matcher(listing()).results().toList();
    }
}
