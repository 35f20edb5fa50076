package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions that must all hold, and their named parameters. Values only ever travel as parameters: no text of a request becomes
 * SQL. Used by one thread.
 */
public final class Conditions {

    private final List<String> conditions;
    private final Map<String, Object> parameters;

    public Conditions() {
        this(List.of(), Map.of());
    }

    private Conditions(List<String> conditions, Map<String, Object> parameters) {
        this.conditions = new ArrayList<>(conditions);
        this.parameters = new LinkedHashMap<>(parameters);
    }

    public Conditions copy() {
        return new Conditions(conditions, parameters);
    }

    public Conditions and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /** @param condition names {@code :name} */
    public Conditions and(String condition, String name, Object value) {
        return and(condition).with(name, value);
    }

    /** Any of some texts, as a {@code text[]}; nothing where none is asked for. */
    public Conditions andAnyOf(String condition, String name, List<String> values) {
        return values.isEmpty() ? this : and(condition, name, values.toArray(String[]::new));
    }

    public Conditions with(String name, Object value) {
        if (parameters.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("two parameters are named " + name);
        }
        return this;
    }

    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** A pattern for {@code like} that matches wherever the text stands; its own wildcards are no wildcards. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
