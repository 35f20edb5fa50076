package io.plumbline.server.platform.setting;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting that is a whole number. Form, validation and storage come from this one value.
 *
 * @param key in the form and in the database
 * @param label as a person sees it
 * @param unit such as {@code days}
 * @param help one sentence: what it is good for
 * @param usual holds until somebody sets another
 */
public record NumberSetting(String key, String label, String unit, String help, int lowest, int highest, int usual) {

    /** @return empty where the text is no number in range */
    public Optional<Integer> parse(String text) {
        String number = text.strip();
        return number.matches("[0-9]{1,9}")
                ? Optional.of(Integer.parseInt(number)).filter(value -> value >= lowest && value <= highest)
                : Optional.empty();
    }

    /** What {@link #parse} asks for, as a sentence. */
    public String rule() {
        return String.format(Locale.ROOT, "Must be a whole number from %,d to %,d.", lowest, highest);
    }
}
