package io.plumbline.server.inventory;

import java.util.List;

/**
 * Records that the source and the inventory count differently for one reason, in one direction.
 *
 * @param count how many more the source counts; negative: the inventory
 * @param examples the first of the records by name, {@value #MOST_EXAMPLES} at most
 */
public record Difference(DifferenceReason reason, long count, List<String> examples) {

    public static final int MOST_EXAMPLES = 5;

    public Difference {
        examples = List.copyOf(examples);
    }
}
