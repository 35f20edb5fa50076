package io.plumbline.server.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.PageText;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weaknesses that two connectors know, as somebody without scripts sees them. */
class WeaknessPagesTest {

    private static final Pattern NUMBER = Pattern.compile(
            "<td class=\"number\" data-label=\"(?<column>[^\"]+)\">\\s*<a href=\"(?<href>[^\"]+)\">(?<amount>[0-9]+)</a>");

    private static TenantServer world;
    private static String head;
    private static String branch;

    /** The second CVE was on two hosts when the head office first looked, and is on one. */
    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        world = TenantServer.start(folder, TenantOptions.defaults().empty());
        IntStream.range(0, 4)
                .forEach(number -> world.tenant().endpoints().put("%032x".formatted(number), "host-" + number));
        world.tenant().cves().put("CVE-2024-1", 9.8, "CRITICAL", "worst", List.of("host-0", "host-1", "host-2"));
        world.tenant().cves().put("CVE-2024-2", 5.0, "MEDIUM", "middling", List.of("host-0", "host-2"));
        head = world.connect("Head office");
        world.sync(head);
        world.tenant().cves().patchHost("CVE-2024-2", "host-2");
        world.sync(head);
        branch = world.connect("Branch");
        world.sync(branch);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void everyNumberOfTheListLeadsToAListThatHasAsMany() throws Exception {
        assertThat(numbers("/weaknesses?open=false")).containsExactly("6", "6", "0", "2", "2", "1");
        assertThat(numbers("/weaknesses?open=false&connectorId=" + head)).containsExactly("3", "3", "0", "1", "1", "1");
        assertThat(numbers("/weaknesses?open=false&connectorId=" + branch))
                .containsExactly("3", "3", "0", "1", "1", "0");
        assertThat(numbers("/weaknesses?open=false&connectorId=" + head + "&connectorId=" + branch))
                .containsExactly("6", "6", "0", "2", "2", "1");
    }

    @Test
    void everyNumberOfAWeaknessLeadsToAListThatHasAsMany() throws Exception {
        String page = weakness("CVE-2024-2");

        leads(link(page, "2 affected assets"), "2 assets");
        leads(link(page, "2 open findings"), "2 findings");
        leads(link(page, "1 fixed"), "1 finding");
    }

    @Test
    void theConnectorsThatKnowItAreLinks() throws Exception {
        String page = weakness("CVE-2024-2");

        assertThat(page)
                .contains("href=\"/connectors/" + head + "\"><bdi>Head office</bdi></a>")
                .contains("href=\"/connectors/" + branch + "\"><bdi>Branch</bdi></a>");
    }

    @Test
    void itTellsHowItsFindingsWent() throws Exception {
        String page = weakness("CVE-2024-2");

        assertThat(page).contains("aria-label=\"Open findings of CVE-2024-2 over 30 days");
        List<String> days = rows(page);
        assertThat(days).hasSize(30);
        assertThat(days.getFirst().split(" ", -1)[1]).as("open today").isEqualTo("2");
        assertThat(days.subList(2, 30)).as("before there was a connector").allMatch(day -> day.endsWith(" – 0 0 0"));
        assertThat(sum(days, 2)).as("new").isEqualTo(3);
        assertThat(sum(days, 3)).as("fixed").isEqualTo(1);
        List<MatchResult> bars = Pattern.compile("<a href=\"([^\"]+)\" aria-label=\"[0-9-]+: ([0-9]+) (new|fixed)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(bars).extracting(bar -> bar.group(3)).contains("new", "fixed");
        for (MatchResult bar : bars) {
            leads(bar.group(1), bar.group(2) + (bar.group(2).equals("1") ? " finding" : " findings"));
        }
    }

    @Test
    void itsFindingsAreOpenedByTheirAssets() throws Exception {
        String list = link(weakness("CVE-2024-1"), "Filter, sort and export them");

        assertThat(firstCell(list)).contains("data-label=\"Asset\"", "<a href=\"/findings/", "<bdi>host-");
        assertThat(firstCell(list + "&columns=name"))
                .as("whatever columns are chosen")
                .contains("data-label=\"Asset\"");
        assertThat(firstCell("/findings?weaknessId=1&weaknessId=2")).contains("data-label=\"Finding\"");
        assertThat(firstCell("/findings?weaknessId=")).contains("data-label=\"Finding\"");
    }

    /** Those of the list, in its order, each of which leads to as many. */
    private static List<String> numbers(String list) throws IOException, InterruptedException {
        List<MatchResult> numbers = NUMBER.matcher(get(list)).results().toList();
        for (MatchResult number : numbers) {
            String of = number.group("column").equals("Affected assets") ? " asset" : " finding";
            leads(
                    number.group("href"),
                    number.group("amount") + of + (number.group("amount").equals("1") ? "" : "s"));
        }
        return numbers.stream().map(number -> number.group("amount")).toList();
    }

    private static void leads(String href, String total) throws IOException, InterruptedException {
        assertThat(get(href)).as(href).containsPattern("<p class=\"lead\" role=\"status\">\\s*" + total + "\\s");
    }

    private static String weakness(String name) throws IOException, InterruptedException {
        return get(link(get("/weaknesses"), name));
    }

    private static String get(String path) throws IOException, InterruptedException {
        return world.browser().get(path.replace("&amp;", "&")).body();
    }

    private static String link(String page, String text) {
        return Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>(?:<bdi>)?" + Pattern.quote(text) + "<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link that says " + text));
    }

    /** Of the table of days. */
    private static List<String> rows(String page) {
        return page.substring(page.indexOf("The same as a table"))
                .lines()
                .filter(line -> line.contains("<tr><td class=\"first\""))
                .map(line -> PageText.of(line).strip())
                .toList();
    }

    private static int sum(List<String> rows, int column) {
        return rows.stream()
                .mapToInt(row -> Integer.parseInt(row.split(" ", -1)[column]))
                .sum();
    }

    private static String firstCell(String list) throws IOException, InterruptedException {
        return get(list)
                .lines()
                .filter(line -> line.contains("<td class=\"first\""))
                .findFirst()
                .orElseThrow();
    }
}
