package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each test changes something over HTTP and looks at it through the vendor's API. */
class ConsoleEndpointsTest extends ConsoleTest {

    private static final String ID = "00000000000000000000000000000001";
    private static final String ONE = "/console/endpoints/" + ID;

    @Test
    void endpointsAreListedByIdAPartAtATime() {
        var reply = get("/console/endpoints?from=100&count=5");

        assertThat(reply.path("total").asInt()).isEqualTo(230);
        assertThat(reply.path("endpoints")
                        .valueStream()
                        .map(row -> row.path("endpoint_id").asString()))
                .containsExactlyElementsOf(List.of(100, 101, 102, 103, 104).stream()
                        .map(rank -> console.endpoints().idAt(rank))
                        .toList());
        assertThat(get("/console/endpoints?from=229").path("endpoints").size()).isEqualTo(1);
        assertThat(get("/console/endpoints?from=1000").path("endpoints").size()).isZero();
    }

    @Test
    void anEndpointComesAndGoes() {
        assertThat(put(ONE, "{\"endpoint_name\":\"new-1\"}")
                        .path("endpoint_name")
                        .asString())
                .isEqualTo("new-1");
        assertThat(vendor().path("endpoint_status").asString()).isEqualTo("CONNECTED");
        assertThat(total()).isEqualTo(231);

        assertThat(delete(ONE).path("total").asInt()).isEqualTo(230);
        assertThat(vendor().isMissingNode()).isTrue();
    }

    @Test
    void anEndpointTakesTheNameOfAnother() {
        var first = console.endpoints().idAt(0);
        var second = console.endpoints().idAt(1);
        var name = console.endpoints().get(first).name();

        patch("/console/endpoints/" + second, "{\"endpoint_name\":\"%s\"}".formatted(name));

        assertThat(get("/console/endpoints/" + second).path("endpoint_name").asString())
                .isEqualTo(name);
    }

    @Test
    void aStatusStopsAnEndpointFromBeingSeen() {
        put(ONE, "{}");
        put(ONE + "/status", "{\"status\":\"lost\"}");
        patch("/console/clock", "{\"move\":\"PT1H\"}");

        assertThat(vendor().path("endpoint_status").asString()).isEqualTo("LOST");
        assertThat(vendor().path("last_seen").asLong()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void tagsOfBothKindsAreSet() {
        put(ONE, "{}");
        put(ONE + "/tags", "{\"server\":[\"pci\"],\"endpoint\":[\"a\",\"b\"]}");

        assertThat(vendor().path("tags")).hasToString("{\"server_tags\":[\"pci\"],\"endpoint_tags\":[\"a\",\"b\"]}");
    }

    @Test
    void fieldsTakeAnyJsonAndCanBeTakenOut() {
        put(ONE, "{\"ip\":7,\"last_seen\":\"yesterday\",\"new_field\":[null]}");
        delete(ONE + "/fields/mac_address");

        assertThat(vendor().path("ip").asInt()).isEqualTo(7);
        assertThat(vendor().path("last_seen").asString()).isEqualTo("yesterday");
        assertThat(vendor().path("new_field")).hasToString("[null]");
        assertThat(vendor().has("mac_address")).isFalse();
    }

    @Test
    void aRowStandsAsItWasGiven() {
        put(ONE + "/row", "{\"endpoint_id\":null,\"x\":1}");

        assertThat(get(ONE)).hasToString("{\"endpoint_id\":null,\"x\":1}");
        assertThat(total()).isEqualTo(231);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET;;",
                "PATCH;;{}",
                "DELETE;;",
                "PUT;/status;{\"status\":\"lost\"}",
                "PUT;/tags;{}",
                "DELETE;/fields/ip;"
            })
    void anEndpointThatIsNotThereIs404(String method, String more, String body) {
        var target = ONE + (more == null ? "" : more);

        assertThat(refusal(404, method, target, body == null ? "" : body)).contains(ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                ";{;no JSON",
                ";[];must be a JSON object",
                ";``;must be a JSON object",
                "/status;{};status is missing",
                "/status;{\"status\":3};status must be a string",
                "/status;{\"status\":\"lost\",\"x\":1};there is no property x",
                "/tags;{\"server\":\"pci\"};server must be a list of strings"
            })
    void aWrongBodyIs400ThatSaysWhatIsWrong(String more, String body, String sentence) {
        put(ONE, "{\"endpoint_name\":\"as-before\"}");

        assertThat(refusal(400, "PUT", ONE + (more == null ? "" : more), body)).contains(sentence);
        assertThat(vendor().path("endpoint_name").asString()).isEqualTo("as-before");
        assertThat(vendor().path("endpoint_status").asString()).isEqualTo("CONNECTED");
    }

    @Test
    void aWrongNumberIs400() {
        assertThat(refusal(400, "GET", "/console/endpoints?from=x", "")).isEqualTo("from must be a whole number");
    }

    private int total() {
        return client.ask(Call.GET_ENDPOINT, "{}").reply().path("total_count").asInt();
    }

    private JsonNode vendor() {
        return client.ask(
                        Call.GET_ENDPOINT,
                        "{\"filters\":[{\"field\":\"endpoint_id_list\",\"operator\":\"in\",\"value\":[\"" + ID
                                + "\"]}]}")
                .reply()
                .at("/endpoints/0");
    }
}
