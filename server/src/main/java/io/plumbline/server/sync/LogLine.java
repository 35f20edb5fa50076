package io.plumbline.server.sync;

import io.plumbline.server.platform.web.SingleLine;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of a sync's log.
 *
 * @param message kept to its line; vendors' bytes end up here, and a log must not be forged or move a cursor
 */
public record LogLine(Instant at, Level level, SyncStage stage, String message) {

    private static final int LONGEST = 4_000;

    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    public LogLine {
        message = neutral(message);
    }

    /** As a line of the text download. */
    String text() {
        return String.format(Locale.ROOT, "%s %-5s %-17s %s", at, level, stage, message);
    }

    private static String neutral(String message) {
        StringBuilder clean = new StringBuilder(Math.min(message.length(), LONGEST) + 16);
        message.codePoints().limit(LONGEST).forEach(character -> {
            switch (character) {
                case '\n' -> clean.append("\\n");
                case '\r' -> clean.append("\\r");
                case '\t' -> clean.append("\\t");
                default -> {
                    if (SingleLine.moves(character)) {
                        clean.append(String.format(Locale.ROOT, "\\u%04X", character));
                    } else {
                        clean.appendCodePoint(character);
                    }
                }
            }
        });
        return message.length() > LONGEST ? clean.append(" …").toString() : clean.toString();
    }
}
