package io.plumbline.server.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as it is shown.
 *
 * @param value what stands in it; never a secret
 * @param fallback what an empty field means; null where it must be filled or the help tells
 * @param error beside the field; null where all is well
 * @param choices for CHOICE alone
 * @param unit behind a number, such as "days"; null for none
 */
public record FormField(
        String name,
        String label,
        Kind kind,
        String value,
        @Nullable String fallback,
        String help,
        @Nullable String error,
        List<Choice> choices,
        @Nullable String unit) {

    /** How it is entered. */
    public enum Kind {
        TEXT,
        LINES,
        SECRET,
        NUMBER,
        CHOICE
    }

    /** One of the values to choose from. */
    public record Choice(String value, String label, boolean on) {}

    public String id() {
        return idOf(name);
    }

    /** What describes the field: its help, and before it what is wrong with it. */
    public String describedBy() {
        return (error == null ? "" : id() + "-error ") + id() + "-help";
    }

    static String idOf(String name) {
        return "field-" + name.replace('.', '-');
    }
}
