package io.plumbline.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that a run would change in the same way, for the same reason.
 *
 * @param of ASSET or FINDING
 * @param reason null where there is only one
 * @param examples the first of them by name, 100 at most
 */
public record PlannedChange(
        String of, String change, @Nullable String reason, long count, List<String> examples) {

    public PlannedChange {
        examples = List.copyOf(examples);
    }
}
