package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LimitsTest extends TenantTest {

    private static final String XQL = "dataset = va_cves | limit 3";
    private static final String PARALLEL = "reached max allowed amount of parallel running queries. "
            + "please wait for some queries to finish and submit your query again";

    @Test
    void theFifthQueryAtOnceIsA500ThatNamesTheLimit() {
        startAll(4);

        var reply = queries.start(XQL);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.reply().path("err_msg").asString())
                .isEqualTo("An error occurred while processing XDR - XQL query");
        var extra = reply.reply().path("err_extra");
        assertThat(extra.path("err_msg").asString()).isEqualTo(PARALLEL);
        assertThat(extra.propertyNames())
                .contains(
                        "query_cost",
                        "remaining_quota",
                        "total_daily_running_queries",
                        "total_daily_concurrent_rejected_queries");
    }

    @Test
    void aQueryThatIsDoneMakesRoomForAnother() {
        var first = startAll(4).getFirst();
        queries.waitFor(first);

        assertThat(queries.start(XQL).status()).isEqualTo(200);
    }

    @Test
    void theLimitOfParallelQueriesCanBeChanged() {
        console.behaviour().parallelQueries(1);
        startAll(1);

        assertThat(queries.start(XQL).status()).isEqualTo(500);
    }

    @Test
    void aQueryWithoutQuotaIsA500ThatIsNotWorthRepeating() {
        console.quota().setRemaining(0);

        var reply = queries.start(XQL);

        assertThat(reply.status()).isEqualTo(500);
        var extra = reply.reply().path("err_extra");
        assertThat(extra.path("err_msg").asString()).isEqualTo("query usage exceeded max daily quota");
        assertThat(extra.at("/quota_info/error_type").asString()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(extra.at("/quota_info/message").asString())
                .isEqualTo("The daily number of remaining Compute Units (0.0) is insufficient");
    }

    @Test
    void quotaReturnsAtMidnightUtc() {
        console.quota().setRemaining(0);

        clock.advance(Duration.ofHours(12).minusMillis(1));
        assertThat(queries.start(XQL).status()).isEqualTo(500);

        clock.advance(Duration.ofMillis(1));
        assertThat(queries.start(XQL).status()).isEqualTo(200);
        assertThat(quota().path("total_daily_running_queries").asInt()).isEqualTo(1);
    }

    @Test
    void everyQueryUsesUpSomeOfTheQuotaAndTheLastMayOverdrawIt() {
        double before = console.quota().remaining();
        var reply = queries.result(XQL);

        assertThat(console.quota().remaining())
                .isLessThan(before)
                .isEqualTo(reply.path("remaining_quota").asDouble());

        console.quota().setRemaining(0.001);
        assertThat(queries.start(XQL).status()).isEqualTo(200);
        assertThat(console.quota().remaining()).isZero();
    }

    @Test
    void aQueryThatFailsCostsNothing() {
        double before = console.quota().remaining();

        queries.result("dataset = nothing");

        assertThat(console.quota().remaining()).isEqualTo(before);
    }

    @Test
    void theQuotaCallRepliesWholeNumbersAsFloatsAndTheRunningQueries() {
        var id = startAll(1).getFirst();

        var quota = quota();

        assertThat(quota.path("license_quota")).hasToString("365000.0");
        assertThat(quota.path("additional_purchased_quota")).hasToString("0.0");
        assertThat(quota.path("used_quota").asDouble()).isPositive();
        assertThat(quota.path("daily_used_quota")).isEqualTo(quota.path("used_quota"));
        assertThat(quota.path("max_daily_concurrent_active_query_count").asInt())
                .isEqualTo(4);
        assertThat(quota.path("current_concurrent_active_queries")
                        .path(id)
                        .path("xql")
                        .asString())
                .isEqualTo(XQL);

        queries.waitFor(id);
        assertThat(quota().path("current_concurrent_active_queries").size()).isZero();
    }

    @Test
    void licenceAndUseAreTheYearsBesideTheDaysUse() {
        console.quota().setRemaining(400);
        assertThat(quota().path("daily_used_quota").asDouble()).isEqualTo(600);

        clock.advance(Duration.ofDays(1));

        assertThat(quota().path("daily_used_quota").asDouble()).isZero();
        assertThat(quota().path("used_quota").asDouble()).isEqualTo(600);
        var reply = queries.result(XQL);
        assertThat(reply.path("remaining_quota").asDouble()).isBetween(999.0, 1_000.0);
        assertThat(reply.path("remaining_yearly_quota").asDouble()).isBetween(364_399.0, 364_400.0);
    }

    @Test
    void refusalsAreCountedForTheDay() {
        startAll(4);
        queries.start(XQL);
        queries.start(XQL);

        assertThat(quota().path("total_daily_concurrent_rejected_queries").asInt())
                .isEqualTo(2);
        assertThat(quota().path("total_daily_running_queries").asInt()).isEqualTo(4);
    }

    @Test
    void theQuotaCallItselfIsFree() {
        console.quota().setRemaining(0);

        assertThat(client.ask(Call.GET_QUOTA, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void theRateLimitHoldsForAllCallsTogether(int perSecond) {
        console.behaviour().requestsPerSecond(perSecond);

        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 500 && !statuses.contains(429); i++) {
            var call = i % 2 == 0 ? Call.GET_QUOTA : Call.GET_TENANT_INFO;
            statuses.add(client.ask(call, "{}").status());
        }

        assertThat(statuses).hasSizeGreaterThan(perSecond).endsWith(429).containsOnly(200, 429);
    }

    @Test
    void aRequestPastTheRateLimitIsNotStarted() {
        console.behaviour().requestsPerSecond(1);
        for (int i = 0; i < 20; i++) {
            queries.start(XQL);
        }
        console.behaviour().requestsPerSecond(0);

        assertThat(quota().path("total_daily_running_queries").asInt()
                        + quota().path("total_daily_concurrent_rejected_queries")
                                .asInt())
                .isLessThan(20);
    }

    private List<String> startAll(int number) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            ids.add(queries.id(XQL));
        }
        return ids;
    }

    private JsonNode quota() {
        return client.ask(Call.GET_QUOTA, "{}").reply();
    }
}
