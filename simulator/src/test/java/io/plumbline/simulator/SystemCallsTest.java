package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SystemCallsTest extends TenantTest {

    @Test
    void licencesExpireAtZeroANumberOrADateInWords() {
        var info = client.ask(Call.GET_TENANT_INFO, "{}").reply();

        assertThat(info.path("prevent_expiration").asLong(-1)).isZero();
        assertThat(info.path("pro_gb_expiration").asLong()).isGreaterThan(clock.millis());
        assertThat(info.path("host_insights_expiration").asString()).isEqualTo("Apr 6th 2027 12:00:00");
        assertThat(info.path("pro_per_endpoint_expiration").asString()).isEqualTo("Apr 6th 2027 12:00:00");
    }

    @Test
    void purchasedLicencesAreANumberOrAnObject() {
        var info = client.ask(Call.GET_TENANT_INFO, "{}").reply();

        assertThat(info.path("purchased_prevent").isNumber()).isTrue();
        assertThat(info.at("/purchased_pro_per_endpoint/agents").asInt()).isEqualTo(330);
        assertThat(info.at("/purchased_pro_gb/gb").isNumber()).isTrue();
    }

    @Test
    void withoutHostInsightsTheLicenceIsZeroAndTheVulnerabilityDataSetsAreEmpty() {
        console.behaviour().hostInsights(false);

        var info = client.ask(Call.GET_TENANT_INFO, "{}").reply();
        assertThat(info.path("host_insights_expiration").asInt(-1)).isZero();
        assertThat(info.path("enabled_host_insights").asInt(-1)).isZero();
        assertThat(info.path("purchased_host_insights").asInt(-1)).isZero();

        for (var dataset : List.of("va_cves", "va_endpoints")) {
            var result = queries.result("dataset = " + dataset);
            assertThat(result.path("status").asString()).isEqualTo("SUCCESS");
            assertThat(result.path("number_of_results").asInt(-1)).isZero();
            assertThat(result.at("/results/data").isArray()).isTrue();
        }
        assertThat(queries.rows("dataset = endpoints")).hasSize(230);
    }

    @Test
    void datasetsComeUnderKeysInTitleCaseWithBlanks() {
        var dataset = dataset("va_cves");

        assertThat(dataset.path("Type").asString()).isEqualTo("SYSTEM");
        assertThat(dataset.path("Default Query Target").asString()).isEqualTo("FALSE");
        assertThat(dataset.path("Total Events").asInt()).isEqualTo(140);
        assertThat(dataset.path("Last Updated").asLong()).isLessThanOrEqualTo(clock.millis());
        assertThat(dataset.path("Hot Range").propertyNames()).containsExactly("from", "to");
        assertThat(dataset.path("Cold Range").size()).isZero();
    }

    @Test
    void aDatasetWithoutDataWasNeverUpdated() {
        console.behaviour().hostInsights(false);

        var dataset = dataset("va_cves");

        assertThat(dataset.path("Last Updated").isNull()).isTrue();
        assertThat(dataset.path("Total Events").isNull()).isTrue();
        assertThat(dataset.path("Hot Range").size()).isZero();
        assertThat(dataset("endpoints").path("Last Updated").isNumber()).isTrue();
    }

    @Test
    void datasetsMayBeForbiddenToAKeyThatMayQueryThem() {
        console.behaviour().permit(Call.GET_DATASETS, false);

        assertThat(client.ask(Call.GET_DATASETS, "{}").status()).isEqualTo(403);
        assertThat(queries.rows("dataset = va_cves | comp count() as n")).hasSize(1);

        console.behaviour().permit(Call.GET_DATASETS, true);
        assertThat(client.ask(Call.GET_DATASETS, "{}").status()).isEqualTo(200);
    }

    private JsonNode dataset(String name) {
        return client.ask(Call.GET_DATASETS, "{}")
                .reply()
                .valueStream()
                .filter(each -> each.path("Dataset Name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
