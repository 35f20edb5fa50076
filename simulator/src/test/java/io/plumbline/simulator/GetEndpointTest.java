package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GetEndpointTest extends TenantTest {

    @Test
    void windowsAreHalfOpenAndCoverEveryEndpointOnceInTheOrderOfIds() {
        var ids = ids("[]");

        assertThat(ids).hasSize(230).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void anEmptyRequestIsTheFirstHundredByFirstSeenFromTheLatest() {
        var reply = client.ask(Call.GET_ENDPOINT, "{}").reply();

        assertThat(reply.path("total_count").asInt()).isEqualTo(230);
        assertThat(reply.path("result_count").asInt()).isEqualTo(100);
        var times = new ArrayList<Long>();
        reply.path("endpoints").forEach(row -> times.add(-row.path("first_seen").asLong()));
        assertThat(times).hasSize(100).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"0,101", "5,5", "10,5", "100,250", "200,100"})
    void aWindowThatIsNotBetweenOneAndAHundredIsA500(int from, int to) {
        var reply = client.ask(Call.GET_ENDPOINT, "{\"search_from\":%d,\"search_to\":%d}".formatted(from, to));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("0 < search_size <= 100");
    }

    @Test
    void aWindowPastTheEndIsEmpty() {
        var reply = client.ask(Call.GET_ENDPOINT, "{\"search_from\":300,\"search_to\":400}")
                .reply();

        assertThat(reply.path("result_count").asInt()).isZero();
        assertThat(reply.path("endpoints").size()).isZero();
    }

    @Test
    void totalCountCanBeAbsent() {
        console.behaviour().totalCount(false);

        var reply = client.ask(Call.GET_ENDPOINT, "{}").reply();

        assertThat(reply.has("total_count")).isFalse();
        assertThat(reply.path("result_count").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connected", "disconnected", "lost", "uninstalled"})
    void statusIsFilteredInLowerCaseAndRepliedInCapitals(String status) {
        var rows = rows("[{\"field\":\"endpoint_status\",\"operator\":\"in\",\"value\":[\"%s\"]}]".formatted(status));

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.path("endpoint_status").asString()).isEqualTo(status.toUpperCase(Locale.ROOT)));
    }

    @Test
    void filtersAreAnded() {
        var rows = rows("""
                [{"field":"platform","operator":"in","value":["linux"]},
                 {"field":"last_seen","operator":"gte","value":%d}]
                """.formatted(clock.millis() - 86_400_000));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("os_type").asString()).isEqualTo("AGENT_OS_LINUX");
            assertThat(row.path("last_seen").asLong()).isGreaterThan(clock.millis() - 86_400_000);
        });
    }

    @Test
    void endpointsAreFoundByIdUnlessTheTenantDoesNotKnowThatFilter() {
        var id = console.endpoints().idAt(17);
        var filter = "[{\"field\":\"endpoint_id_list\",\"operator\":\"in\",\"value\":[\"%s\",\"none\"]}]".formatted(id);

        assertThat(rows(filter))
                .singleElement()
                .satisfies(row -> assertThat(row.path("endpoint_id").asString()).isEqualTo(id));

        console.behaviour().endpointIdFilter(false);
        assertThat(page(0, filter).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"no_such_field\",\"operator\":\"in\",\"value\":[\"x\"]}",
                "{\"field\":\"endpoint_status\",\"operator\":\"eq\",\"value\":[\"lost\"]}",
                "{\"field\":\"endpoint_status\",\"operator\":\"in\",\"value\":[\"LOST\"]}",
                "{\"field\":\"last_seen\",\"operator\":\"gte\",\"value\":\"yesterday\"}"
            })
    void aFilterThatIsNotKnownIsA500(String filter) {
        var reply = page(0, "[" + filter + "]");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.reply().path("err_code").asInt()).isEqualTo(500);
    }

    @Test
    void sortingTakesItsKeywordInAnyCase() {
        for (var keyword : List.of("DESC", "desc")) {
            var reply = client.ask(
                    Call.GET_ENDPOINT,
                    "{\"search_to\":1,\"sort\":{\"field\":\"endpoint_id\",\"keyword\":\"%s\"}}".formatted(keyword));
            assertThat(reply.reply().at("/endpoints/0/endpoint_id").asString())
                    .isEqualTo(console.endpoints().idAt(229));
        }
    }

    @Test
    void someHostsShareAName() {
        var names = rows("[]").stream()
                .map(row -> row.path("endpoint_name").asString())
                .toList();

        assertThat(new HashSet<>(names)).hasSizeBetween(220, 229);
    }

    @Test
    void thePluralCallRepliesAFlatListUnderOtherNames() {
        var reply = client.post(Call.GET_ENDPOINTS, "{}").reply();

        assertThat(reply.isArray()).isTrue();
        assertThat(reply.size()).isEqualTo(230);
        assertThat(reply.get(0).propertyNames()).contains("agent_id", "host_name", "agent_type", "agent_status");
    }

    @Test
    void equalSeedsMakeEqualCompanies() {
        try (var other = SimulatedTenant.start(options)) {
            assertThat(other.console().endpoints().snapshot().stream().map(each -> each.row(clock.millis())))
                    .containsExactlyElementsOf(console.endpoints().snapshot().stream()
                            .map(each -> each.row(clock.millis()))
                            .toList());
        }
    }

    private List<String> ids(String filters) {
        return rows(filters).stream()
                .map(row -> row.path("endpoint_id").asString())
                .toList();
    }

    private List<JsonNode> rows(String filters) {
        var rows = new ArrayList<JsonNode>();
        for (int from = 0; ; from += 100) {
            var endpoints = page(from, filters).reply().path("endpoints");
            endpoints.forEach(rows::add);
            if (endpoints.size() < 100) {
                return rows;
            }
        }
    }

    private Reply page(int from, String filters) {
        return client.ask(Call.GET_ENDPOINT, """
                {"search_from":%d,"search_to":%d,"sort":{"field":"endpoint_id","keyword":"ASC"},"filters":%s}
                """.formatted(from, from + 100, filters));
    }
}
