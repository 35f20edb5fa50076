package io.plumbline.server.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ids made of numbers with hyphens between them, as URLs bear them. Opaque to clients: one that cannot be ours is merely unknown. */
public final class NumberedId {

    /** One record has one address: no leading zeros. */
    private static final String NUMBER = "(0|[1-9][0-9]{0,9})";

    private NumberedId() {}

    /** Empty where the text is not exactly so many numbers. */
    public static Optional<List<Integer>> of(String id, int parts) {
        if (!id.matches(NUMBER + "(-" + NUMBER + "){" + (parts - 1) + "}")) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>(parts);
        for (String number : id.split("-", -1)) {
            long value = Long.parseLong(number);
            if (value > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            numbers.add((int) value);
        }
        return Optional.of(numbers);
    }
}
