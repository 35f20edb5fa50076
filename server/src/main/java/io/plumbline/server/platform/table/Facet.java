package io.plumbline.server.platform.table;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A filter that a reader chooses values of. How many records each value would leave is counted by the list itself, with that value
 * as its filter: the number beside it is the number one gets.
 *
 * @param parameter of the list
 * @param label as the reader sees it
 * @param values those to choose from, at most {@link #MOST}, that contain what the reader typed; empty text: any
 * @param searchable whether there may be more of them than are shown at once
 */
public record Facet(String parameter, String label, Function<String, List<Value>> values, boolean searchable)
        implements ListFilter {

    /** As many as are counted for one menu. */
    public static final int MOST = 30;

    /**
     * @param value as the list takes it
     * @param label as the reader sees it
     */
    public record Value(String value, String label) {}

    @Override
    public Set<String> asks() {
        return Set.of(parameter);
    }

    /** How the reader sees a value. */
    String labelOf(String value) {
        return searchable
                ? value
                : values.apply("").stream()
                        .filter(known -> known.value().equalsIgnoreCase(value))
                        .map(Value::label)
                        .findFirst()
                        .orElse(value);
    }

    /** A filter with a few values that are always the same. */
    public static Facet of(String parameter, String label, List<Value> values) {
        return new Facet(parameter, label, _ -> values, false);
    }

    /**
     * A filter with values that only the data knows, shown as they are.
     *
     * @param values those that contain what the reader typed, at most {@link #MOST}
     */
    public static Facet searched(String parameter, String label, Function<String, List<String>> values) {
        return new Facet(
                parameter,
                label,
                typed -> values.apply(typed).stream()
                        .map(value -> new Value(value, value))
                        .toList(),
                true);
    }
}
