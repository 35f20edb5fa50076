package io.plumbline.simulator.data;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the console has done to the vulnerabilities so far. Immutable.
 *
 * @param changed by name
 * @param removed places in the catalogue
 * @param added names, in order
 */
record CveEdits(Map<String, CveChange> changed, Set<Long> removed, List<String> added) {

    CveChange of(String name) {
        return changed.getOrDefault(name, CveChange.NONE);
    }
}
