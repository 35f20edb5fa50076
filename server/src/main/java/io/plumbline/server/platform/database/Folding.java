package io.plumbline.server.platform.database;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text for comparison without regard to case. Done here and not in SQL because {@code lower()} under collation "C" folds
 * ASCII only; whoever asks for folded text folds with this same rule.
 */
public final class Folding {

    private Folding() {}

    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
