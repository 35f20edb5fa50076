package io.plumbline.server.connector;

import io.plumbline.server.platform.web.FieldErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON object field by field. An absent field and null are the same: its default. What does not fit is noted and
 * answered by the default, so that reading goes on and finds the other errors too. Not thread-safe.
 */
final class Fields {

    private final String path;
    private final ObjectNode node;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode node, FieldErrors errors) {
        this("", node, errors);
    }

    private Fields(String path, ObjectNode node, FieldErrors errors) {
        this.path = path;
        this.node = node;
        this.errors = errors;
    }

    String path(String key) {
        return path + key;
    }

    void refuse(String key, String message) {
        errors.add(path + key, message);
    }

    boolean refused(String key) {
        return errors.has(path + key);
    }

    /** Whether the field was given, be it as null. */
    boolean mentions(String key) {
        return node.has(key);
    }

    Set<String> keys() {
        return Set.copyOf(node.propertyNames());
    }

    Optional<JsonNode> value(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<String> text(String key) {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isString()) {
            refuse(key, "Must be text.");
            return Optional.empty();
        }
        return value.map(JsonNode::stringValue).filter(text -> storable(key, text));
    }

    Optional<List<String>> texts(String key) {
        Optional<JsonNode> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isArray()) {
            refuse(key, "Must be a list of texts.");
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.get()) {
            if (!item.isString()) {
                refuse(key, "Must be a list of texts.");
                return Optional.empty();
            }
            if (!storable(key, item.stringValue())) {
                return Optional.empty();
            }
            texts.add(item.stringValue());
        }
        return Optional.of(texts);
    }

    /** PostgreSQL stores no NUL, in no kind of text; half a pair of surrogates would be stored as a question mark. */
    private boolean storable(String key, String text) {
        if (text.indexOf('\0') >= 0) {
            refuse(key, "Must not contain the character NUL.");
            return false;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            refuse(key, "Must not contain half a character.");
            return false;
        }
        return true;
    }

    int wholeNumber(String key, int least, int most, int otherwise) {
        Optional<JsonNode> value = value(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        JsonNode number = value.get();
        if (!number.isIntegralNumber()
                || !number.canConvertToInt()
                || number.intValue() < least
                || number.intValue() > most) {
            refuse(key, "Must be a whole number from %d to %d.".formatted(least, most));
            return otherwise;
        }
        return number.intValue();
    }

    boolean flag(String key, boolean otherwise) {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isBoolean()) {
            refuse(key, "Must be true or false.");
            return otherwise;
        }
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String key, Class<E> choices, E otherwise) {
        Optional<String> word = text(key);
        if (word.isEmpty()) {
            return otherwise;
        }
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(word.get())) {
                return choice;
            }
        }
        refuse(
                key,
                Arrays.stream(choices.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "Must be one of ", ".")));
        return otherwise;
    }

    /** The object below a key; an empty one where there is none. */
    Fields section(String key) {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isObject()) {
            refuse(key, "Must be an object.");
        }
        ObjectNode below = value.filter(JsonNode::isObject)
                .map(JsonNode::asObject)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return new Fields(path + key + ".", below, errors);
    }

    /** Notes every field that nobody asked for: nothing that a client sends is ignored. */
    void refuseUnknown() {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                refuse(key, "There is no such field.");
            }
        }
    }
}
