package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.vendor.RequestLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Counting, holding, acting after, and the log. */
class ConsoleRequestsTest extends ConsoleTest {

    @Test
    void requestsAreCountedAndTheConsolesOwnAreNot() {
        client.ask(Call.GET_QUOTA, "{}");
        client.ask(Call.GET_QUOTA, "{}");

        var counts = get("/console/requests");

        assertThat(counts.path("total").asInt()).isEqualTo(2);
        assertThat(counts.at("/calls/get_quota").asInt()).isEqualTo(2);
        assertThat(counts.path("calls").size()).isEqualTo(Call.values().length);
        assertThat(delete("/console/requests").path("total").asInt()).isZero();
    }

    @Test
    void oneWaitsForARequestUntilItArrives() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> get("/console/requests/get_quota?number=2&wait=PT30S"));
        client.ask(Call.GET_QUOTA, "{}");
        client.ask(Call.GET_QUOTA, "{}");

        assertThat(waiting.get(30, TimeUnit.SECONDS)).hasToString("{\"arrived\":true,\"count\":2}");
        assertThat(get("/console/requests/get_quota?number=3")).hasToString("{\"arrived\":false,\"count\":2}");
    }

    @Test
    void aRequestIsHeldUntilItIsReleased() throws Exception {
        client.ask(Call.GET_ENDPOINT, "{}");
        var id =
                post("/console/holds", "{\"call\":\"get_endpoint\"}").path("id").asLong();
        assertThat(get("/console/holds")).hasToString("""
                {"holds":[{"id":%d,"call":"get_endpoint","number":2,"arrived":false}]}""".formatted(id));

        var second = CompletableFuture.supplyAsync(() -> client.ask(Call.GET_ENDPOINT, "{}"));
        assertThat(get("/console/holds/" + id + "?wait=PT30S").path("arrived").asBoolean())
                .isTrue();
        assertThat(second).isNotDone();

        assertThat(delete("/console/holds/" + id).path("holds").isEmpty()).isTrue();
        assertThat(second.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void allAreReleasedAtOnce() throws Exception {
        post("/console/holds", "{\"call\":\"get_quota\",\"number\":1}");
        var id = post("/console/holds", "{\"call\":\"get_endpoint\",\"number\":1}")
                .path("id")
                .asLong();
        var held = CompletableFuture.supplyAsync(() -> client.ask(Call.GET_ENDPOINT, "{}"));
        get("/console/holds/" + id + "?wait=PT30S");

        assertThat(delete("/console/holds").path("holds").isEmpty()).isTrue();

        assertThat(held.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(client.ask(Call.GET_QUOTA, "{}").status()).isEqualTo(200);
    }

    @Test
    void dataChangesBetweenTwoPages() {
        var first = console.endpoints().idAt(0);
        post(
                "/console/afters",
                "{\"call\":\"get_endpoint\",\"method\":\"DELETE\",\"path\":\"/console/endpoints/" + first + "\"}");

        assertThat(total()).isEqualTo(230);
        assertThat(total()).isEqualTo(229);
    }

    @Test
    void whatIsDoneAfterAnAnswerMayHaveABody() {
        post("/console/afters", """
                {"call":"get_endpoint","number":2,"method":"PATCH","path":"/console/behaviour","body":{"totalCount":false}}
                """);

        assertThat(total()).isEqualTo(230);
        assertThat(total()).isEqualTo(230);
        assertThat(total()).isZero();
    }

    @Test
    void theLogTellsWhatWasAskedAndWhatWasAnswered() {
        client.ask(Call.GET_ENDPOINT, "{\"search_to\":1}");
        client.send(client.post("/nowhere", "x", "wrong", "77"));
        console.faults().once(Call.GET_QUOTA, new Fault.Status(429, "text/plain", "slow"));
        client.ask(Call.GET_QUOTA, "{}");

        var entries = get("/console/log").path("requests");

        assertThat(entries.valueStream().map(ConsoleRequestsTest::line))
                .containsExactly(
                        "POST /public_api/v1/endpoints/get_endpoint 11 200 {\"request_data\":{\"search_to\":1}}",
                        "POST /nowhere 77 500 x",
                        "POST /public_api/v1/xql/get_quota 11 429 {\"request_data\":{}}");
        assertThat(entries.get(0).path("at").asString()).isEqualTo(NOON.toString());
        assertThat(entries.toString()).doesNotContain(options.standardKey());
    }

    @Test
    void theLogIsOfOneCallAndCanBeEmptied() {
        client.ask(Call.GET_ENDPOINT, "{}");
        client.ask(Call.GET_ENDPOINTS, "{}");

        assertThat(get("/console/log?call=get_endpoint").path("requests").size())
                .isEqualTo(1);
        assertThat(delete("/console/log").path("requests").size()).isZero();
    }

    @Test
    void theLogForgetsTheOldestAndTheEndsOfLongBodies() {
        client.post(Call.GET_QUOTA, " ".repeat(RequestLog.BODY + 1) + "{}");
        assertThat(console.log().entries().getLast().body()).hasSize(RequestLog.BODY);

        for (int i = 0; i < RequestLog.KEPT; i++) {
            client.post(Call.HEALTHCHECK, "");
        }
        assertThat(console.log().entries())
                .hasSize(RequestLog.KEPT)
                .allMatch(entry -> entry.path().equals(Call.HEALTHCHECK.path()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "GET;/console/holds/9;404;nothing is held under the id 9",
                "DELETE;/console/holds/x;404;nothing is held under the id x",
                "GET;/console/requests/nothing;400;the call must be one of",
                "GET;/console/requests/get_quota?wait=soon;400;wait must be a duration",
                "GET;/console/log?call=nothing;400;call must be one of",
                "POST;/console/holds;400;call is missing",
                "POST;/console/afters;400;call is missing"
            })
    void aMistakeIsNamed(String method, String target, int status, String sentence) {
        assertThat(refusal(status, method, target, "{}")).contains(sentence);
    }

    private int total() {
        return client.ask(Call.GET_ENDPOINT, "{}").reply().path("total_count").asInt();
    }

    private static String line(JsonNode entry) {
        return "%s %s %s %d %s"
                .formatted(
                        entry.path("method").asString(),
                        entry.path("path").asString(),
                        entry.path("keyId").asString(),
                        entry.path("status").asInt(),
                        entry.path("body").asString());
    }
}
