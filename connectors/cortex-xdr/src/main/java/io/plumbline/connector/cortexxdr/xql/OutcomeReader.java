package io.plumbline.connector.cortexxdr.xql;

import io.plumbline.connector.cortexxdr.protocol.IncompleteException;
import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.ReplyJson;
import io.plumbline.connector.cortexxdr.protocol.ShapeException;
import io.plumbline.connector.cortexxdr.protocol.Trees;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code {"reply": {"status", "number_of_results", "results": {"data": [...]} or {"stream_id"}}}} as it arrives. Rows go on
 * before the status is known: whoever takes them must be able to forget them. Used once.
 */
final class OutcomeReader {

    private final RowReader rows;

    /** All that is said beside the rows. */
    private final ObjectNode said = Json.MAPPER.createObjectNode();

    /** All that is kept until the reply ends. */
    private final Trees held = new Trees();

    private long count;

    OutcomeReader(RowReader rows) {
        this.rows = rows;
    }

    QueryOutcome read(JsonParser parser) throws IOException, InterruptedException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new IncompleteException("The tenant's reply is empty.");
        }
        expect(first, "is no object");
        ObjectNode beside = Json.MAPPER.createObjectNode();
        boolean replied = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("reply") && value == JsonToken.START_OBJECT) {
                readReply(parser);
                replied = true;
            } else {
                beside.set(name, held.read(parser));
            }
        }
        ReplyJson.check(beside);
        ReplyJson.check(said);
        if (!replied || !said.path("status").isString()) {
            throw new ShapeException("does not say how the query fares");
        }
        return outcome();
    }

    private void readReply(JsonParser parser) throws IOException, InterruptedException {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("results") && value == JsonToken.START_OBJECT) {
                readResults(parser);
            } else {
                said.set(name, held.read(parser));
            }
        }
    }

    private void readResults(JsonParser parser) throws IOException, InterruptedException {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("data") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    expect(parser.currentToken(), "has a row that is no object");
                    rows.row(parser);
                    count++;
                }
            } else {
                said.set(name, held.read(parser));
            }
        }
    }

    private QueryOutcome outcome() {
        boolean announced = said.path("number_of_results").canConvertToLong();
        String error = said.has("error")
                ? said.path("error").asString(said.path("error").toString())
                : "";
        return new QueryOutcome(
                said.path("status").stringValue().toUpperCase(Locale.ROOT),
                announced ? OptionalLong.of(said.path("number_of_results").asLong()) : OptionalLong.empty(),
                count,
                Optional.of(said.path("stream_id").asString("")).filter(id -> !id.isBlank()),
                error.isEmpty() ? said.toString() : error);
    }

    private static void expect(JsonToken token, String otherwise) throws ShapeException {
        if (token != JsonToken.START_OBJECT) {
            throw new ShapeException(otherwise);
        }
    }
}
