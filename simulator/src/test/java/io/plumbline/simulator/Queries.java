package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries out queries that look back 30 days, unless a test says otherwise. */
final class Queries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MONTH = "{\"relativeTime\":2592000000}";

    private final TenantClient client;

    Queries(TenantClient client) {
        this.client = client;
    }

    /** What the tenant answers to a query's start. */
    Reply start(String xql) {
        return start(xql, MONTH);
    }

    /** @param timeframe JSON, {@code null} for one that is absent as good as any */
    Reply start(String xql, String timeframe) {
        var request = JSON.createObjectNode().put("query", xql);
        request.set("timeframe", JSON.readTree(timeframe));
        return client.ask(Call.START_XQL_QUERY, request.toString());
    }

    String id(String xql) {
        return id(xql, MONTH);
    }

    String id(String xql, String timeframe) {
        var reply = start(xql, timeframe);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.reply().asString();
    }

    /** The reply to a query once it is carried out. */
    JsonNode result(String xql) {
        return waitFor(id(xql));
    }

    /** @param more further properties of the request, such as {@code ,"limit":5} */
    JsonNode waitFor(String id, String more) {
        return poll(id, ",\"pending_flag\":false" + more).reply();
    }

    JsonNode waitFor(String id) {
        return waitFor(id, "");
    }

    Reply poll(String id, String more) {
        return client.ask(Call.GET_QUERY_RESULTS, "{\"query_id\":\"%s\"%s}".formatted(id, more));
    }

    /** At most 1,000 rows, as they come with the result. */
    List<JsonNode> rows(String xql) {
        return rows(xql, MONTH);
    }

    List<JsonNode> rows(String xql, String timeframe) {
        var reply = waitFor(id(xql, timeframe));
        assertThat(reply.path("status").asString()).as(reply.toString()).isEqualTo("SUCCESS");
        return reply.at("/results/data").valueStream().toList();
    }

    /** One column of all rows. */
    List<String> column(String xql, String column) {
        return rows(xql).stream().map(row -> row.path(column).asString("")).toList();
    }
}
