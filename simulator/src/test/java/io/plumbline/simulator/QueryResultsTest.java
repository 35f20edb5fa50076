package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.vendor.Behaviour.CostField;
import io.plumbline.simulator.vendor.Behaviour.Outcome;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 1,200 vulnerabilities: more than come with a result. */
class QueryResultsTest extends TenantTest {

    private static final String ALL = "dataset = va_cves";
    private static final String FEW = "dataset = va_cves | limit 3";

    @Override
    TenantOptions options(TenantOptions defaults) {
        return defaults.withCves(1_200).withHostsPerCve(2);
    }

    @Test
    void theReplyToAStartIsABareIdOfFourteenHexDigitsANumberAndInv() {
        assertThat(queries.start(FEW).json().path("reply").asString()).matches("[0-9a-f]{14}_\\d+_inv");
        assertThat(queries.id(FEW)).isNotEqualTo(queries.id(FEW));
    }

    @Test
    void aQueryIsPendingUntilItIsDone() {
        console.behaviour().pendingPolls(2);
        var id = queries.id(FEW);

        assertThat(queries.poll(id, "").text()).isEqualTo("{\"reply\":{\"status\":\"PENDING\"}}");
        assertThat(queries.poll(id, "").reply().path("status").asString()).isEqualTo("PENDING");
        assertThat(queries.poll(id, "").reply().path("status").asString()).isEqualTo("SUCCESS");
        assertThat(queries.poll(id, "").reply().path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void withoutThePendingFlagTheReplyComesWhenTheQueryIsDone() {
        console.behaviour().pendingPolls(100);

        assertThat(queries.poll(queries.id(FEW), ",\"pending_flag\":false")
                        .reply()
                        .path("status")
                        .asString())
                .isEqualTo("SUCCESS");
    }

    @Test
    void upToAThousandRowsComeWithTheResult() {
        var reply = queries.result("dataset = va_cves | limit 1000");

        assertThat(reply.path("number_of_results").asInt()).isEqualTo(1_000);
        assertThat(reply.at("/results/data").size()).isEqualTo(1_000);
        assertThat(reply.path("results").has("stream_id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"limit\":1001", ",\"limit\":50000"})
    void moreThanAThousandRowsAreAStreamUnlessTheRequestLimitsThem(String limit) {
        var reply = queries.waitFor(queries.id(ALL), limit);

        assertThat(reply.path("number_of_results").asInt()).isEqualTo(1_200);
        assertThat(reply.path("results").propertyNames()).containsExactly("stream_id");
    }

    @Test
    void aLimitOfTheRequestCutsInSilence() {
        var reply = queries.waitFor(queries.id(ALL), ",\"limit\":1000");

        assertThat(reply.path("number_of_results").asInt()).isEqualTo(1_000);
        assertThat(reply.at("/results/data").size()).isEqualTo(1_000);
        assertThat(reply.path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void theTrueTotalIsFoundByCounting() {
        assertThat(queries.rows("dataset = va_cves | comp count() as n")
                        .getFirst()
                        .path("n")
                        .asInt())
                .isEqualTo(1_200);
    }

    @Test
    void timesAreEpochMillisecondsInAResult() {
        var row = queries.rows(FEW).getFirst();

        assertThat(row.path("publication_date").isIntegralNumber()).isTrue();
        assertThat(row.path("modification_date").asLong()).isBetween(NOON.toEpochMilli() - 10_000, NOON.toEpochMilli());
    }

    @Test
    void costIsReportedUnderTheNameSeenLiveWithTheYearlyQuota() {
        var reply = queries.result(FEW);

        assertThat(reply.path("query_cost_charged").propertyStream().toList())
                .singleElement()
                .satisfies(cost -> assertThat(cost.getValue().asDouble()).isBetween(0.001, 0.1));
        assertThat(reply.path("remaining_quota").isFloatingPointNumber()).isTrue();
        assertThat(reply.has("remaining_yearly_quota")).isTrue();
        assertThat(reply.has("query_cost")).isFalse();
    }

    @Test
    void costCanBeReportedUnderTheDocumentedName() {
        console.behaviour().costField(CostField.QUERY_COST);

        assertThat(queries.result(FEW).propertyNames())
                .contains("query_cost")
                .doesNotContain("query_cost_charged", "remaining_yearly_quota");
    }

    @Test
    void limitingTheRowsLowersNeitherCostNorQuotaUsed() {
        var all = queries.id(ALL);

        assertThat(queries.waitFor(all, ",\"limit\":1").path("query_cost_charged"))
                .isEqualTo(queries.waitFor(all).path("query_cost_charged"));
    }

    @Test
    void numberOfResultsCanBeUntrue() {
        console.behaviour().numberOfResults(OptionalLong.of(77));
        assertThat(queries.result(FEW).path("number_of_results").asInt()).isEqualTo(77);

        console.behaviour().numberOfResults(OptionalLong.empty());
        assertThat(queries.result(FEW).path("number_of_results").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aQueryEndsAsTheTenantIsToldToLetItEnd(Outcome outcome) {
        console.behaviour().outcome(outcome);

        var reply = queries.result(FEW);

        assertThat(reply.path("status").asString()).isEqualTo(outcome.name());
        assertThat(reply.has("results")).isEqualTo(outcome != Outcome.FAIL);
        assertThat(reply.has("error")).isEqualTo(outcome == Outcome.FAIL);
    }

    @Test
    void aFailureIsAnAnswerWithStatus200() {
        var reply = queries.poll(queries.id("dataset = nothing"), ",\"pending_flag\":false");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.reply().path("status").asString()).isEqualTo("FAIL");
    }

    @Test
    void resultsKeepToTheDataOfTheQuerysStart() {
        var id = queries.id("dataset = va_cves | comp count() as n");
        console.cves().remove("CVE-2021-44228");

        assertThat(queries.waitFor(id).at("/results/data/0/n").asInt()).isEqualTo(1_200);
    }

    @Test
    void anIdThatIsNotKnownIsA500() {
        assertThat(queries.poll("none", "").status()).isEqualTo(500);
    }

    @Test
    void csvIsRefusedSinceItsFormIsNotKnown() {
        assertThat(queries.poll(queries.id(FEW), ",\"format\":\"csv\"").status())
                .isEqualTo(500);
    }
}
