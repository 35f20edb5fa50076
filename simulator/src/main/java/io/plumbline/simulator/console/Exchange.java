package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the console.
 *
 * @param parameters the parts of the path that its route leaves open, decoded
 * @param query as sent
 * @param text the body as sent
 */
record Exchange(Map<String, String> parameters, String query, String text) {

    /** A part of the path. */
    String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /** A value after the question mark. */
    Optional<String> asked(String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .findFirst();
    }

    /** A whole number after the question mark. */
    long number(String name, long byDefault) {
        try {
            return asked(name).map(Long::valueOf).orElse(byDefault);
        } catch (NumberFormatException e) {
            throw Refused.badRequest(name + " must be a whole number");
        }
    }

    /** The body, which must be a JSON object. */
    ObjectNode body() {
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Refused.badRequest("the body is no JSON: " + e.getOriginalMessage());
        }
        throw Refused.badRequest("the body must be a JSON object");
    }

    Fields fields() {
        return new Fields(body());
    }

    /** Undoes percent-encoding; a plus is a plus. */
    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.badRequest("cannot decode " + encoded);
        }
    }
}
