package io.plumbline.server.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long something took, as a person reads it. */
final class Took {

    private Took() {}

    /** "0.2 s", "45 s", "3:12 min", "1:05 h"; rounded down, a time that runs backwards is none. */
    static String text(Duration length) {
        Duration some = length.isNegative() ? Duration.ZERO : length;
        if (some.toSeconds() < 10) {
            return String.format(Locale.ROOT, "%d.%d s", some.toSeconds(), some.toMillisPart() / 100);
        }
        if (some.toMinutes() == 0) {
            return some.toSeconds() + " s";
        }
        if (some.toHours() == 0) {
            return String.format(Locale.ROOT, "%d:%02d min", some.toMinutes(), some.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%d:%02d h", some.toHours(), some.toMinutesPart());
    }

    /** @param to null: it goes on */
    static String between(Instant from, @Nullable Instant to, Instant now) {
        return text(Duration.between(from, to == null ? now : to));
    }
}
