package io.plumbline.connector.cortexxdr.protocol;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Reads replies small enough to be held whole. */
public final class ReplyJson {

    private ReplyJson() {}

    /** What stands in {@code reply}, of whatever kind. */
    public static JsonNode any(JsonParser parser) throws IOException {
        JsonNode body = tree(parser);
        check(body);
        if (!body.has("reply")) {
            throw new ShapeException("has no field reply");
        }
        return body.path("reply");
    }

    /** The object in {@code reply}. */
    public static JsonNode object(JsonParser parser) throws IOException {
        JsonNode reply = any(parser);
        if (!reply.isObject()) {
            throw new ShapeException("is no object");
        }
        return reply;
    }

    /** The whole body, for the one call that wraps nothing. */
    public static JsonNode bare(JsonParser parser) throws IOException {
        JsonNode body = tree(parser);
        check(body);
        return body;
    }

    /** @throws EnvelopeException where a reply of success carries an error: the vendor does that */
    public static void check(JsonNode body) throws EnvelopeException {
        Optional<ErrorEnvelope> error = ErrorEnvelope.of(body).filter(envelope -> envelope.code() >= 400);
        if (error.isPresent()) {
            throw new EnvelopeException(error.get());
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new IncompleteException("The tenant's reply is empty.");
        }
        JsonNode body = new Trees().read(parser);
        if (parser.nextToken() != null) {
            throw new ShapeException("goes on after its end");
        }
        return body;
    }
}
