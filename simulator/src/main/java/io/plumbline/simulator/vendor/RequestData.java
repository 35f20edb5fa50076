package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.http.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is in {@code request_data}. Every call but the health check takes a JSON object, also those that ask for nothing. */
final class RequestData {

    private RequestData() {}

    /**
     * An empty object where {@code request_data} is absent.
     *
     * @throws Refusal where the body is no JSON object
     */
    static ObjectNode of(Request request) {
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            if (body.isObject()) {
                return body.path("request_data") instanceof ObjectNode data ? data : Json.MAPPER.createObjectNode();
            }
            throw new Refusal(invalid(1, 1, 0));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Refusal(
                    at == null
                            ? invalid(1, 1, 0)
                            : invalid(at.getLineNr(), at.getColumnNr(), Math.max(0, at.getCharOffset())));
        }
    }

    /** The place as the vendor's JSON reader words it. */
    private static Response invalid(int line, int column, long character) {
        var place = "Expecting value: line " + line + " column " + column + " (char " + character + ")";
        return Envelope.error(400, "Bad Request. Got an invalid JSON.", place);
    }
}
