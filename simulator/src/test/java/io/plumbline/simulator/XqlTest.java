package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Queries over three vulnerabilities that the test knows. */
class XqlTest extends TenantTest {

    @Override
    TenantOptions options(TenantOptions defaults) {
        return defaults.empty();
    }

    @BeforeEach
    void threeVulnerabilities() {
        console.cves().put("CVE-2026-10001", 9.8, "CRITICAL", "Buffer \"overflow\"", List.of("alpha", "beta"));
        console.cves().put("CVE-2026-10002", 5.5, "MEDIUM", "Reads past the end", List.of("beta"));
        console.cves().put("CVE-2026-10003", 2.0, "LOW", "Tells its version", List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name = \"CVE-2026-10002\"; 2",
                "name = \"cve-2026-10002\"; 2",
                "name != \"CVE-2026-10002\"; 1 3",
                "severity = ENUM.CRITICAL; 1",
                "severity = CRITICAL; 1",
                "severity in (ENUM.LOW, \"MEDIUM\"); 2 3",
                "severity not in (ENUM.LOW, \"MEDIUM\"); 1",
                "severity_score > 5.4; 1 2",
                "severity_score >= 9.8; 1",
                "severity_score < 2.0; ''",
                "severity_score <= 2; 3",
                "severity_score > -1; 1 2 3",
                "description contains \"PAST\"; 2",
                "description not contains \"past\"; 1 3",
                "description contains \"\\\"overflow\"; 1",
                "affected_hosts contains \"alp\"; 1",
                "affected_hosts ~= \"^AL.*a$\"; 1",
                "name ~= \"1000[13]\"; 1 3",
                "affected_hosts = \"beta\"; 1 2",
                "affected_hosts_count = 2; 1",
                "severity = null; ''",
                "severity != null; 1 2 3",
                "severity = LOW or severity = MEDIUM and severity_score > 9; 3",
                "(severity = LOW or severity = MEDIUM) and severity_score > 3; 2",
                "not severity = LOW; 1 2",
                "publication_date != null; 1 2 3"
            })
    void filterKeepsTheRowsThatMeetItsCondition(String condition, String expected) {
        var names = queries.column("dataset = va_cves | filter " + condition, "name");

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Stream.of(expected.split(" "))
                        .filter(digit -> !digit.isEmpty())
                        .map(digit -> "CVE-2026-1000" + digit)
                        .toList());
    }

    @Test
    void fieldsAreProjectedInTheirOrderAndRenamed() {
        var row = queries.rows("dataset = va_cves | fields severity, name as cve | limit 1")
                .getFirst();

        assertThat(row).hasToString("{\"severity\":\"CRITICAL\",\"cve\":\"CVE-2026-10001\"}");
    }

    @Test
    void compCountsAndSumsAllRowsIntoOne() {
        assertThat(queries.rows("dataset = va_cves | comp count() as n, sum(affected_hosts_count) as pairs"))
                .singleElement()
                .hasToString("{\"n\":3,\"pairs\":3}");
    }

    @Test
    void compMakesARowOfEachGroup() {
        console.cves().put("CVE-2026-10004", 9.1, "CRITICAL", "", List.of("gamma"));

        assertThat(queries.rows("dataset = va_cves | comp count() as n, sum(affected_hosts_count) by severity"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"severity\":\"CRITICAL\",\"n\":2,\"sum_1\":3}",
                        "{\"severity\":\"MEDIUM\",\"n\":1,\"sum_1\":1}",
                        "{\"severity\":\"LOW\",\"n\":1,\"sum_1\":0}");
        assertThat(queries.rows(
                        "dataset = va_cves | arrayexpand affected_hosts | comp count(name) as cves by affected_hosts"
                                + " | sort desc cves, affected_hosts | limit 1"))
                .singleElement()
                .hasToString("{\"affected_hosts\":\"beta\",\"cves\":2}");
        assertThat(queries.rows("dataset = va_cves | filter name = \"none\" | comp count() as n by severity"))
                .isEmpty();
    }

    @Test
    void countOfNothingIsARowWithZero() {
        assertThat(queries.rows("dataset = va_cves | filter name = \"none\" | comp count() as n"))
                .singleElement()
                .hasToString("{\"n\":0}");
    }

    @Test
    void sortOrdersNumbersAsNumbersAndLimitCutsAfterwards() {
        console.cves().put("CVE-2026-10004", 10.0, "CRITICAL", "Worst of all", List.of());

        assertThat(queries.column("dataset = va_cves | sort desc severity_score | limit 2", "name"))
                .containsExactly("CVE-2026-10004", "CVE-2026-10001");
        assertThat(queries.column("dataset = va_cves | sort asc severity_score | limit 1", "name"))
                .containsExactly("CVE-2026-10003");
        assertThat(queries.column("dataset = va_cves | sort severity, desc name", "name"))
                .isSortedAccordingTo(
                        Comparator.comparing((String name) -> severity(name)).thenComparing(Comparator.reverseOrder()));
    }

    @Test
    void arrayexpandMakesARowOfEachElementAndNoneOfAnEmptyList() {
        var rows = queries.rows("dataset = va_cves | arrayexpand affected_hosts | fields name, affected_hosts");

        assertThat(rows.stream()
                        .map(row -> row.path("name").asString() + " "
                                + row.path("affected_hosts").asString()))
                .containsExactly("CVE-2026-10001 alpha", "CVE-2026-10001 beta", "CVE-2026-10002 beta");
    }

    @Test
    void settingsBeforeTheDatasetAndUnknownPropertiesOfTheRequestAreAccepted() {
        assertThat(queries.rows("config max_runtime_minutes = 10 case_sensitive = false | dataset = va_cves"))
                .hasSize(3);
        var reply = client.ask(
                Call.START_XQL_QUERY,
                "{\"query\":\"dataset = va_cves\",\"tenants\":[],\"playbook_metadata\":{\"id\":1}}");
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void wordsOfTheLanguageAndNamesOfFieldsAreReadInAnyCase() {
        assertThat(queries.rows("DATASET = VA_CVES | FILTER Severity = low AND Name CONTAINS \"cve\" | Fields NAME"))
                .singleElement()
                .hasToString("{\"name\":\"CVE-2026-10003\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dataset = va_cves | fields cve; unknown field cve",
                "dataset = va_cves | fields applications; unknown field applications",
                "dataset = va_cves | filter platforms = \"x\"; unknown field platforms",
                "dataset = va_cves | arrayexpand affected_endpoints; unknown field affected_endpoints",
                "dataset = va_cves | fields name | filter severity = LOW; unknown field severity",
                "dataset = va_endpoints | fields ip_address; unknown field ip_address",
                "dataset = no_such_thing; unknown dataset no_such_thing",
                "dataset = xdr_data | limit 1; dataset xdr_data is not supported",
                "dataset = va_cves | comp count() as n by platform; unknown field platform",
                "dataset = va_cves | filter name ~= \"(\"; invalid regular expression (",
                "dataset = va_cves | filter publication_date > current_time() - 7d; wrong type",
                "dataset = va_cves | filter publication_date > 1700000000000; wrong type",
                "dataset = va_cves | join (dataset = endpoints) as ep ep.endpoint_name = name; stage join is not supported"
            })
    void whatCanBeReadButNotCarriedOutFailsOnlyWithTheResult(String xql, String error) {
        var reply = queries.result(xql);

        assertThat(reply.path("status").asString()).isEqualTo("FAIL");
        assertThat(reply.path("error").asString()).startsWith(error);
        assertThat(reply.has("results")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dataset = va_cves |alter2; 1; 19; |alter2",
                "dataset = va_cves\\n| limit many; 2; 8; many",
                "dataset va_cves; 1; 8; va_cves",
                "dataset = va_cves | filter severity; 1; 35; <EOF>",
                "'dataset = va_cves | filter name in (\"x\"'; 1; 39; <EOF>",
                "dataset = va_cves | fields name,; 1; 32; <EOF>",
                "dataset = va_cves | filter name = 1.2.3; 1; 34; 1.2.3"
            })
    void whatCannotBeReadIsA500AtTheStartThatNamesThePlace(String xql, int line, int column, String input) {
        var reply = queries.start(xql.replace("\\n", "\n"));

        assertThat(reply.status()).isEqualTo(500);
        var error = reply.reply().at("/err_extra/parse_err");
        assertThat(error.path("line").asInt()).isEqualTo(line);
        assertThat(error.path("column").asInt()).isEqualTo(column);
        assertThat(error.path("message").asString()).isEqualTo("no viable alternative at input '" + input + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "dataset = va_cves | filter name = \"open", "dataset = va_cves | limit 5 ~"})
    void otherTextIsA500Too(String xql) {
        assertThat(queries.start(xql).status()).isEqualTo(500);
    }

    private static String severity(String name) {
        return switch (name.charAt(name.length() - 1)) {
            case '2' -> "MEDIUM";
            case '3' -> "LOW";
            default -> "CRITICAL";
        };
    }
}
