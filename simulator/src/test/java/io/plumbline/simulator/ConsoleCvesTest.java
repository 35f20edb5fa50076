package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each test changes something over HTTP and looks at it through a query. */
class ConsoleCvesTest extends ConsoleTest {

    private static final String NAME = "CVE-2026-10001";
    private static final String ONE = "/console/cves/" + NAME;

    @Test
    void vulnerabilitiesAreListedWithoutTheirHostsAPartAtATime() {
        var reply = get("/console/cves?from=138&count=5");

        assertThat(reply.path("total").asInt()).isEqualTo(140);
        assertThat(reply.path("cves").size()).isEqualTo(2);
        assertThat(reply.at("/cves/0").has("affected_hosts")).isFalse();
        assertThat(reply.at("/cves/0/affected_hosts_count").isNumber()).isTrue();
    }

    @Test
    void aVulnerabilityAppearsIsPatchedHereAndThereAndGoes() {
        put(ONE, "{\"severity\":\"HIGH\",\"severity_score\":8.1,\"hosts\":[\"a\",\"b\"]}");
        assertThat(hosts()).containsExactly("a", "b");
        assertThat(row().path("severity_score").asDouble()).isEqualTo(8.1);
        assertThat(row().path("is_excluded").asString()).isEqualTo("NO");

        put(ONE + "/hosts/c", "");
        delete(ONE + "/hosts/a");
        assertThat(hosts()).containsExactly("b", "c");

        put(ONE, "{}");
        assertThat(hosts()).isEmpty();

        assertThat(delete(ONE).path("total").asInt()).isEqualTo(140);
        assertThat(queries.rows(query())).isEmpty();
    }

    @Test
    void aHostsNameInAPathIsPercentEncoded() {
        put(ONE, "{}");
        put(ONE + "/hosts/Zo%C3%AB%E2%80%99s%20MacBook+Pro%2F1", "");

        assertThat(hosts()).containsExactly("Zoë\u2019s MacBook+Pro/1");
    }

    @Test
    void aSeededVulnerabilityIsPatchedOnOneHostAndKeepsTheOthers() {
        var name = "CVE-2021-44228";
        var before = console.cves().hosts(name);
        var patched = before.getFirst();

        delete("/console/cves/" + name + "/hosts/" + patched);

        assertThat(console.cves().hosts(name))
                .isNotEmpty()
                .doesNotContain(patched)
                .hasSizeLessThan(before.size());
    }

    @Test
    void aVulnerabilityIsExcludedAndComesBack() {
        put(ONE, "{\"hosts\":[\"a\"]}");
        patch(ONE, "{\"is_excluded\":\"YES\"}");
        assertThat(row().path("is_excluded").asString()).isEqualTo("YES");
        assertThat(hosts()).containsExactly("a");

        patch(ONE, "{\"is_excluded\":\"NO\"}");
        assertThat(row().path("is_excluded").asString()).isEqualTo("NO");
    }

    @Test
    void columnsTakeAnyJsonAndCanBeTakenOut() {
        put(ONE, "{\"hosts\":[\"a\"]}");
        patch(ONE, "{\"affected_hosts\":\"one, two\",\"severity_score\":\"high\"}");
        delete(ONE + "/fields/description");

        assertThat(row().path("affected_hosts").asString()).isEqualTo("one, two");
        assertThat(row().path("severity_score").asString()).isEqualTo("high");
        assertThat(row().has("description")).isFalse();
    }

    @Test
    void aRowStandsAsItWasGiven() {
        put(ONE + "/row", "{\"name\":\"CVE-2026-10001\",\"x\":{}}");

        assertThat(row()).hasToString("{\"name\":\"CVE-2026-10001\",\"x\":{}}");
    }

    @Test
    void oneIsShownWithTheHostsOfAWindow() {
        console.endpoints().put("%032x".formatted(1), "here");
        console.endpoints().put("%032x".formatted(2), "away");
        console.endpoints().setLastSeen("%032x".formatted(2), NOON.toEpochMilli() - 3 * 86_400_000L);
        put(ONE, "{\"hosts\":[\"here\",\"away\"]}");

        assertThat(texts(get(ONE).path("affected_hosts"))).containsExactly("here", "away");
        assertThat(texts(get(ONE + "?days=1").path("affected_hosts"))).containsExactly("here");
    }

    @Test
    void whatAReaderShouldFindIsToldForItsWindow() {
        var pairs = new HashSet<String>();
        for (var row : queries.rows("dataset = va_cves | filter is_excluded = \"NO\"")) {
            texts(row.path("affected_hosts"))
                    .forEach(host -> pairs.add(host + "\n" + row.path("name").asString()));
        }

        var expected = get("/console/expected?days=30");

        assertThat(expected.path("endpoints").asInt()).isEqualTo(230);
        assertThat(expected.path("cves").asInt()).isEqualTo(140);
        assertThat(expected.path("pairs").asInt()).isEqualTo(pairs.size());
        assertThat(get("/console/expected?days=1").path("pairs").asInt()).isLessThan(pairs.size());
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PATCH,''", "DELETE,''", "PUT,/hosts/a", "DELETE,/hosts/a", "DELETE,/fields/type"})
    void aVulnerabilityThatIsNotThereIs404(String method, String more) {
        assertThat(refusal(404, method, ONE + more, "{}")).contains(NAME);
    }

    @Test
    void hostsThatAreNoNamesAre400() {
        assertThat(refusal(400, "PUT", ONE, "{\"hosts\":[1]}")).isEqualTo("hosts must be a list of strings");
    }

    private List<String> hosts() {
        return texts(row().path("affected_hosts"));
    }

    private JsonNode row() {
        return queries.rows(query()).getFirst();
    }

    private static String query() {
        return "dataset = va_cves | filter name = \"" + NAME + "\"";
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
