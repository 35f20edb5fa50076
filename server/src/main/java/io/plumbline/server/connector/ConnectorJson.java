package io.plumbline.server.connector;

import io.plumbline.connector.api.SettingValues;
import io.plumbline.server.platform.web.InvalidInput;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this package stores and reads it. Safe for many threads. */
@Component
class ConnectorJson {

    /** A field given twice is an error: of two values one would be ignored. */
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T parse(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }

    SettingValues settings(String text) {
        return new SettingValues(mapper.readValue(text, new TypeReference<Map<String, String>>() {}));
    }

    /** A representation as a client would send it back. */
    ObjectNode tree(Object value) {
        return mapper.readTree(mapper.writeValueAsBytes(value)).asObject();
    }

    /**
     * What a client sent. The refusal tells where the text breaks off and repeats nothing of it: it may hold a secret.
     *
     * @throws InvalidInput when it is no JSON object
     */
    ObjectNode body(byte[] sent) {
        JsonNode body;
        try {
            body = mapper.readTree(sent);
        } catch (JacksonException e) {
            throw new InvalidInput("The body is no well-formed JSON%s.".formatted(place(e)));
        }
        if (!body.isObject()) {
            throw new InvalidInput("The body must be a JSON object.");
        }
        return body.asObject();
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
