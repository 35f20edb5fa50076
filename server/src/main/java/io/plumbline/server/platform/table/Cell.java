package io.plumbline.server.platform.table;

import io.plumbline.connector.api.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a row under a column. Texts are a vendor's and may hold anything; templates escape them. */
public sealed interface Cell {

    /** Nothing is known. */
    record None() implements Cell {}

    record Text(String text) implements Cell {}

    /** @param href a path of ours */
    record Link(String text, String href) implements Cell {}

    record Moment(Instant at) implements Cell {}

    record Amount(long amount, @Nullable String href) implements Cell {}

    /** @param score on the CVSS scale, as text */
    record Graded(Severity severity, @Nullable String score) implements Cell {}

    /**
     * How many findings of each severity; those there are none of are left out.
     *
     * @param findings the address of all of them
     */
    record PerSeverity(Map<Severity, Long> amounts, String findings) implements Cell {}

    /** @param kind the style's name of it, such as {@code open} */
    record State(String kind, String word) implements Cell {}

    record Tags(List<String> texts) implements Cell {}

    static Cell text(@Nullable String text) {
        return text == null || text.isBlank() ? new None() : new Text(text);
    }

    static Cell moment(@Nullable Instant at) {
        return at == null ? new None() : new Moment(at);
    }

    static Cell tags(List<String> texts) {
        return texts.isEmpty() ? new None() : new Tags(texts);
    }

    default boolean isNumber() {
        return this instanceof Amount;
    }
}
