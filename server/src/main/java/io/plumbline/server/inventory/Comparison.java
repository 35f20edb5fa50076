package io.plumbline.server.inventory;

import java.util.List;

/**
 * One part of the inventory beside what the source counts.
 *
 * @param vendor what the source counts
 * @param inventory what is counted here, row by row: ACTIVE assets, or open findings in the inventory
 */
public record Comparison(long vendor, long inventory, List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** What the differences do not account for; 0 where they explain the gap. */
    public long unexplained() {
        return vendor
                - inventory
                - differences.stream().mapToLong(Difference::count).sum();
    }

    Verdict verdict() {
        if (unexplained() != 0) {
            return Verdict.UNEXPLAINED;
        }
        return differences.isEmpty() ? Verdict.MATCHES : Verdict.EXPLAINED;
    }
}
