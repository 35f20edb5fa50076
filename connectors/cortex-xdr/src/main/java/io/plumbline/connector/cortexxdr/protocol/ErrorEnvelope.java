package io.plumbline.connector.cortexxdr.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the vendor says of an error. Four envelopes are known: {@code reply} with {@code err_code}, {@code err_msg} and {@code
 * err_extra}; the same three without {@code reply}; {@code err_msg} with {@code metadata.code}; {@code errorCode} with {@code
 * message}. Codes come as numbers or text, {@code err_extra} as nothing, text or an object.
 *
 * @param code 0 where none can be read
 * @param message empty where there is none
 * @param extra never null; missing where there is none
 */
record ErrorEnvelope(int code, String message, JsonNode extra) {

    /** Empty where the text is no error envelope. */
    static Optional<ErrorEnvelope> parse(String body) {
        try {
            return body.isBlank() ? Optional.empty() : of(Json.MAPPER.readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Empty where the object is no error envelope. */
    static Optional<ErrorEnvelope> of(JsonNode reply) {
        JsonNode inner = reply.path("reply").isObject() ? reply.path("reply") : reply;
        JsonNode code = Stream.of(inner.path("err_code"), inner.path("metadata").path("code"), inner.path("errorCode"))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
        JsonNode message = inner.has("err_msg") ? inner.path("err_msg") : inner.path("message");
        if (code.isMissingNode() && !inner.has("err_msg")) {
            return Optional.empty();
        }
        return Optional.of(new ErrorEnvelope(number(code), text(message), inner.path("err_extra")));
    }

    /** What the envelope says, in one line; falls back to the extra where the message says nothing. */
    String words() {
        String inner = text(extra.isObject() ? extra.path("err_msg") : extra);
        return Stream.of(message, inner)
                .filter(words -> !words.isBlank())
                .distinct()
                .reduce((a, b) -> a + ": " + b)
                .orElse("");
    }

    /** Whether message or extra holds one of these words, in any case. */
    boolean mentions(String... words) {
        String all = (message + ' ' + extra).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(all::contains);
    }

    /** The query's own mistake: as {@code parse_err}, or as JSON with line and column inside the message. */
    boolean isParseError() {
        return extra.has("parse_err")
                || mentions("parse_err", "no viable alternative", "unknown field")
                || (message.contains("\"line\"") && message.contains("\"column\""));
    }

    private static int number(JsonNode node) {
        try {
            return node.isNumber()
                    ? node.asInt(0)
                    : Integer.parseInt(node.asString("").strip());
        } catch (NumberFormatException | JacksonException notANumber) {
            return 0;
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
