package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Conditions that must all hold, and their named parameters. Values only ever travel as parameters: no text of a request becomes
 * SQL. Used by one thread.
 */
public final class Conditions {

    /** Three letters of a word, or fewer at its edge, which counts as two blanks before and one behind. */
    private static final Pattern TRIGRAM =
            Pattern.compile("[a-z0-9]{3}|[\\p{ASCII}&&[^a-z0-9]][a-z0-9]|[a-z0-9]{2}[\\p{ASCII}&&[^a-z0-9]]");

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

    /**
     * Any of some texts somewhere in a column, both folded alike. An index on trigrams is asked only where the text has one: else
     * it would give all it has, to be looked at one by one. Such a text is looked for in the table.
     */
    public Conditions andContaining(String column, String name, List<String> texts) {
        List<String> any = new ArrayList<>();
        for (String text : texts) {
            String parameter = name + any.size();
            boolean hasTrigram = TRIGRAM.matcher(text).find();
            any.add(hasTrigram ? column + " like :" + parameter : "strpos(" + column + ", :" + parameter + ") > 0");
            with(parameter, hasTrigram ? containing(text) : text);
        }
        return any.isEmpty() ? this : and(String.join(" or ", any));
    }

    /** One parameter may serve several conditions. */
    public Conditions with(String name, Object value) {
        Object known = parameters.putIfAbsent(name, value);
        if (known != null && !Objects.deepEquals(known, value)) {
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
