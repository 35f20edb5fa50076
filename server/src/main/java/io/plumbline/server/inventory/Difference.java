package io.plumbline.server.inventory;

import java.util.List;

/**
 * Records that the source and the inventory count differently for one reason, in one direction.
 *
 * @param count how many more the source counts; negative: the inventory
 * @param examples some of the records, by name
 */
public record Difference(DifferenceReason reason, long count, List<String> examples) {

    public Difference {
        examples = List.copyOf(examples);
    }
}
