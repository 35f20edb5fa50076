package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.HostNames;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads cells, whatever they hold. */
final class Cells {

    private Cells() {}

    /** The elements of a list, or the one value; nothing for null. */
    static Stream<Object> elements(@Nullable Object cell) {
        return switch (cell) {
            case null -> Stream.of();
            case HostNames names -> names.stream().map(name -> name);
            case List<?> list -> list.stream().map(each -> each);
            case JsonNode node when node.isNull() -> Stream.of();
            case JsonNode node when node.isArray() -> node.valueStream().flatMap(Cells::elements);
            case JsonNode node when node.isNumber() -> Stream.of(node.asDouble());
            case JsonNode node when node.isString() -> Stream.of(node.asString());
            default -> Stream.of(cell);
        };
    }

    static boolean isNull(@Nullable Object cell) {
        return cell == null || (cell instanceof JsonNode node && node.isNull());
    }

    static String text(Object element) {
        return element instanceof Instant time ? Long.toString(time.toEpochMilli()) : String.valueOf(element);
    }

    /** A number, also where it is written as text; not a number where it is none. */
    static double number(@Nullable Object element) {
        return switch (element) {
            case Number number -> number.doubleValue();
            case Instant time -> time.toEpochMilli();
            case String text -> parsed(text);
            case null, default -> Double.NaN;
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
