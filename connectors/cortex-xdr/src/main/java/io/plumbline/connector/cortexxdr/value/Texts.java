package io.plumbline.connector.cortexxdr.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads texts and lists of texts. The vendor sends lists around scalars, scalars where lists are promised, null for empty, and in
 * query rows the word NULL for nothing.
 */
public final class Texts {

    /** Names are keys of the inventory; longer ones cannot be stored. */
    public static final int NAME_BYTES = 512;

    /** Longer than any value a person reads. */
    private static final int LONGEST = 32_768;

    private static final int MOST_VALUES = 1_000;

    private final Oddities oddities;

    public Texts(Oddities oddities) {
        this.oddities = oddities;
    }

    /** The text without NUL and blanks around it; empty where there is none. Numbers and truth values are written out. */
    public Optional<String> text(JsonNode node) {
        if (!node.isValueNode() || node.isNull() || node.isMissingNode()) {
            return Optional.empty();
        }
        return clean(node.asString("")).filter(text -> !text.isEmpty());
    }

    /** As {@link #text}, with the query engine's NULL read as nothing. */
    public Optional<String> column(JsonNode node) {
        return text(node).filter(text -> !text.equals("NULL"));
    }

    /** Every text in a list, or the one text that stands in a list's place, each once, in order. */
    public List<String> list(JsonNode node) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (value.isContainer()) {
                oddities.count("value in a list that is no text was left out", value.toString());
            } else {
                text(value).ifPresent(values::add);
            }
            if (values.size() == MOST_VALUES) {
                oddities.count(
                        "list was cut after " + MOST_VALUES + " values",
                        values.iterator().next());
                break;
            }
        }
        return new ArrayList<>(values);
    }

    /** Whether a name can be a key: 512 bytes of UTF-8 at most. */
    public static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES;
    }

    private Optional<String> clean(String raw) {
        String text = raw;
        if (text.indexOf('\0') >= 0) {
            text = text.replace("\0", "");
            oddities.count("text held NUL, which was removed", text);
        }
        text = text.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
            oddities.count("text was cut after " + LONGEST + " characters", text);
        }
        return Optional.of(text);
    }
}
