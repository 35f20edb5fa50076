package io.plumbline.simulator.xql;

import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param text as written, for strings without quotes and escapes
 * @param line from 1 on
 * @param column from 0 on
 */
record Token(Kind kind, String text, int line, int column) {

    enum Kind {
        WORD,
        NUMBER,
        DURATION,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return kind != Kind.STRING && text.toLowerCase(Locale.ROOT).equals(word);
    }
}
