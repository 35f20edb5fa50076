package io.plumbline.simulator.http;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON replies, written as they are produced. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Writes JSON. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json);
    }

    private Json() {}

    public static Response reply(int status, JsonNode body) {
        return reply(status, json -> json.writePOJO(body));
    }

    public static Response reply(int status, Content content) {
        return Response.of(status, "application/json", body(MAPPER.writer(), content));
    }

    /** JSON values as a body of their own, one a line. */
    public static Body lines(Content content) {
        var values = body(MAPPER.writer().withRootValueSeparator("\n"), content);
        return out -> {
            values.writeTo(out);
            out.write('\n');
        };
    }

    private static Body body(ObjectWriter writer, Content content) {
        return out -> {
            try (var json = writer.without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .createGenerator(out)) {
                content.writeTo(json);
            } catch (JacksonException e) {
                throw new IOException(e);
            }
        };
    }
}
