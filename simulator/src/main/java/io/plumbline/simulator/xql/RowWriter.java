package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.HostNames;
import io.plumbline.simulator.data.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes rows as JSON. Lists of hosts are written as they are computed. */
public enum RowWriter {
    /** Times as epoch milliseconds, as in {@code get_query_results}. */
    INLINE,
    /** Times as text with a fraction only where there is one, as in {@code get_query_results_stream}. */
    STREAM;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        for (var column : row.columns()) {
            json.writeName(column);
            writeCell(json, row.get(column));
        }
        json.writeEndObject();
    }

    private void writeCell(JsonGenerator json, @Nullable Object cell) {
        switch (cell) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Instant time -> writeTime(json, time);
            case HostNames names -> {
                json.writeStartArray();
                names.stream().forEach(json::writeString);
                json.writeEndArray();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(each -> writeCell(json, each));
                json.writeEndArray();
            }
            case JsonNode node -> json.writePOJO(node);
            default -> throw new IllegalStateException("a cell of an unknown kind: " + cell.getClass());
        }
    }

    private void writeTime(JsonGenerator json, Instant time) {
        if (this == INLINE) {
            json.writeNumber(time.toEpochMilli());
        } else {
            json.writeString((time.toEpochMilli() % 1_000 == 0 ? SECONDS : MILLIS).format(time));
        }
    }
}
