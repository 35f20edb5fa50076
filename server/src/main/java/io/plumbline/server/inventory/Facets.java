package io.plumbline.server.inventory;

import io.plumbline.server.platform.database.Folding;
import java.util.List;

/** The tokens that answer exact filters on assets without regard to case; writer and reader build them here alike. */
public final class Facets {

    static final int LONGEST = 256;

    private Facets() {}

    /**
     * @param key {@code os}, {@code type}, {@code group} or {@code tag}
     * @param value cut after 256 characters, for an index entry's size is limited
     */
    public static String facet(String key, String value) {
        return key + ':' + Folding.fold(cut(value, LONGEST));
    }

    /** Any of some values, for a filter. */
    public static List<String> facets(String key, List<String> values) {
        return values.stream().map(value -> facet(key, value)).toList();
    }

    /** Cuts at a code point, so that no half of one is left. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
