package io.plumbline.server.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What decides, beside the data itself.
 *
 * @param at the start of the run; stamps every change
 * @param retention how long an asset stays after it was last observed
 * @param removeStatuses vendor statuses that archive at once, without regard to case
 * @param ingestFindings false withholds every finding
 * @param includeExcluded true takes in weaknesses that the vendor's console sets aside
 */
public record Rules(
        Instant at, Duration retention, Set<String> removeStatuses, boolean ingestFindings, boolean includeExcluded) {

    public Rules {
        Set<String> folded = new TreeSet<>();
        removeStatuses.forEach(status -> folded.add(status.toUpperCase(Locale.ROOT)));
        removeStatuses = Set.copyOf(folded);
    }

    /** Everything last observed before this instant is past its retention. */
    Instant observedSince() {
        return at.minus(retention);
    }
}
