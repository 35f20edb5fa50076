package io.plumbline.simulator.console;

import io.plumbline.simulator.Call;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the properties of a JSON object; what is of a wrong type, missing or unknown is refused. Not thread-safe. */
final class Fields {

    private final ObjectNode json;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode json) {
        this.json = json;
    }

    boolean has(String name) {
        known.add(name);
        return json.has(name);
    }

    JsonNode any(String name) {
        if (!has(name)) {
            throw Refused.badRequest(name + " is missing");
        }
        return json.path(name);
    }

    String text(String name) {
        var value = any(name);
        if (!value.isString()) {
            throw Refused.badRequest(name + " must be a string");
        }
        return value.asString();
    }

    List<String> texts(String name) {
        return has(name) ? texts(name, json.path(name)) : List.of();
    }

    static List<String> texts(String name, JsonNode value) {
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            throw Refused.badRequest(name + " must be a list of strings");
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    /** A whole number of 0 or more. */
    long number(String name, long byDefault) {
        return has(name) ? number(name, json.path(name)) : byDefault;
    }

    static long number(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw Refused.badRequest(name + " must be a whole number of 0 or more");
        }
        return value.asLong();
    }

    static int count(String name, JsonNode value) {
        return (int) Math.min(Integer.MAX_VALUE, number(name, value));
    }

    boolean flag(String name, boolean byDefault) {
        return has(name) ? flag(name, json.path(name)) : byDefault;
    }

    static boolean flag(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw Refused.badRequest(name + " must be true or false");
        }
        return value.asBoolean();
    }

    Duration duration(String name) {
        return duration(name, text(name));
    }

    /** @param text as in ISO 8601 */
    static Duration duration(String name, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.badRequest(name + " must be a duration such as PT5S or P2D");
        }
    }

    Call call(String name) {
        return call(name, text(name));
    }

    static Call call(String name, String word) {
        return Call.named(word)
                .orElseThrow(() -> Refused.badRequest("%s must be one of %s"
                        .formatted(
                                name,
                                Arrays.stream(Call.values()).map(Call::word).toList())));
    }

    /** @param word a constant's name in either case */
    static <E extends Enum<E>> E constant(String name, String word, E[] constants) {
        return Arrays.stream(constants)
                .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(name + " must be one of " + Arrays.toString(constants)));
    }

    /** Refuses properties that nothing has asked for: a typing error must not pass for success. */
    void noOthers() {
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.badRequest("there is no property " + name);
                });
    }
}
