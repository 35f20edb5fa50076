package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** A tenant whose console is used over HTTP, as another process would. */
abstract class ConsoleTest extends TenantTest {

    JsonNode get(String target) {
        return done(client.console("GET", target, ""));
    }

    JsonNode put(String target, String body) {
        return done(client.console("PUT", target, body));
    }

    JsonNode patch(String target, String body) {
        return done(client.console("PATCH", target, body));
    }

    JsonNode post(String target, String body) {
        return done(client.console("POST", target, body));
    }

    JsonNode delete(String target) {
        return done(client.console("DELETE", target, ""));
    }

    /** The sentence with which the console refuses. */
    String refusal(int status, String method, String target, String body) {
        var reply = client.console(method, target, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/json");
        return reply.json().path("error").asString();
    }

    private static JsonNode done(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
