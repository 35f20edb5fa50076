package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.vendor.Behaviour.CostField;
import io.plumbline.simulator.vendor.Behaviour.Outcome;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleBehaviourTest extends ConsoleTest {

    private static final String PATH = "/console/behaviour";

    @Test
    void everythingIsAsATenantBegins() {
        assertThat(get(PATH)).hasToString("""
                {"hostInsights":true,"denied":[],"clockTolerance":"PT5M","requestsPerSecond":0,"parallelQueries":4,\
                "pendingPolls":1,"outcome":"success","numberOfResults":null,"totalCount":true,"endpointIdFilter":true,\
                "costField":"query_cost_charged","doubleGzip":true}""");
    }

    @Test
    void everySettingReachesTheTenant() {
        patch(PATH, """
                {"hostInsights":false,"denied":["get_quota"],"clockTolerance":"PT2H","requestsPerSecond":7,
                 "parallelQueries":1,"pendingPolls":3,"outcome":"partial_success","numberOfResults":9,"totalCount":false,
                 "endpointIdFilter":false,"costField":"query_cost","doubleGzip":false}
                """);

        var behaviour = console.behaviour();
        assertThat(behaviour.hostInsights()).isFalse();
        assertThat(behaviour.denied()).isEqualTo(Set.of(Call.GET_QUOTA));
        assertThat(behaviour.clockTolerance()).isEqualTo(Duration.ofHours(2));
        assertThat(behaviour.requestsPerSecond()).isEqualTo(7);
        assertThat(behaviour.parallelQueries()).isEqualTo(1);
        assertThat(behaviour.pendingPolls()).isEqualTo(3);
        assertThat(behaviour.outcome()).isEqualTo(Outcome.PARTIAL_SUCCESS);
        assertThat(behaviour.numberOfResults()).isEqualTo(OptionalLong.of(9));
        assertThat(behaviour.totalCount()).isFalse();
        assertThat(behaviour.endpointIdFilter()).isFalse();
        assertThat(behaviour.costField()).isEqualTo(CostField.QUERY_COST);
        assertThat(behaviour.doubleGzip()).isFalse();
    }

    @Test
    void permissionsThatAreNoLongerDeniedAreGivenBack() {
        patch(PATH, "{\"denied\":[\"get_datasets\"]}");
        assertThat(client.ask(Call.GET_DATASETS, "{}").status()).isEqualTo(403);

        patch(PATH, "{\"denied\":[]}");
        assertThat(client.ask(Call.GET_DATASETS, "{}").status()).isEqualTo(200);
    }

    @Test
    void withoutTheLicenceVulnerabilityDataIsEmpty() {
        patch(PATH, "{\"hostInsights\":false}");

        assertThat(queries.rows("dataset = va_cves")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"hostInsights\":\"no\"};hostInsights must be true or false",
                "{\"requestsPerSecond\":-1};requestsPerSecond must be a whole number",
                "{\"pendingPolls\":1.5};pendingPolls must be a whole number",
                "{\"outcome\":\"great\"};outcome must be one of",
                "{\"clockTolerance\":\"5 minutes\"};clockTolerance must be a duration",
                "{\"denied\":[\"nothing\"]};denied must be one of",
                "{\"licence\":false};there is no property licence"
            })
    void aMistakeChangesNothingAndIsNamed(String body, String sentence) {
        var before = get(PATH);

        assertThat(refusal(400, "PATCH", PATH, body.replaceFirst("\\{", "{\"totalCount\":false,")))
                .contains(sentence);
        assertThat(get(PATH)).isEqualTo(before);
    }
}
