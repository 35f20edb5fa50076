package io.plumbline.server.inventory;

import java.util.List;

/**
 * Compares what a run has read, which lies computed in its staging, with the inventory as the transaction sees it, record by
 * record and from the tables themselves: not from what the computation says that it changed.
 */
final class InventoryValidation {

    private final RunSql sql;
    private final Evidence evidence;
    private final boolean changesCount;

    /** @param applied the run's changes are in the inventory: nothing can have changed since */
    static Validation of(RunSql plain, Evidence evidence, boolean applied, List<String> irregularities) {
        RunSql sql = plain.with("whole", evidence.endpointsComplete() && evidence.findingsComplete())
                .with("endpoints_complete", evidence.endpointsComplete());
        // Whoever else has written here may have made what would look like a change at the source.
        var validation = new InventoryValidation(sql, evidence, !applied && irregularities.isEmpty());
        return new Validation(
                validation.assets(), evidence.findingsRead() ? validation.findings() : null, irregularities);
    }

    private InventoryValidation(RunSql sql, Evidence evidence, boolean changesCount) {
        this.sql = sql;
        this.evidence = evidence;
        this.changesCount = changesCount;
    }

    private Comparison assets() {
        long listed = number("select count(*) from staging.reported");
        long dropped = evidence.tally().dropped();
        long vendor = evidence.tally().total().orElse(listed + dropped);
        sql.fill("asset_difference", AssetComparison.DIFFERENCES);
        var differences = new DifferenceList(changesCount);
        differences.add(DifferenceReason.DROPPED_ROW, dropped, List.of());
        differences.add(DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST, vendor - listed - dropped, List.of());
        differences.addAll(sql, "asset_difference");
        return new Comparison(vendor, number(AssetComparison.ACTIVE), differences.all());
    }

    private Comparison findings() {
        sql.fill("listed", FindingComparison.ROWS);
        FindingComparison.Listed listed = sql.statement(FindingComparison.LISTED)
                .query(FindingComparison.Listed.class)
                .single();
        long excluded = number(FindingComparison.EXCLUDED);
        long unmatched = number("select count(*) from staging.unmatched");
        long matched = number("select count(*) from staging.pair");
        long repeated = listed.names() - excluded - unmatched - matched;
        sql.fill("finding_difference", FindingComparison.DIFFERENCES);
        var differences = new DifferenceList(changesCount);
        differences.add(DifferenceReason.DROPPED_ROW, listed.dropped(), List.of());
        differences.add(
                DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST,
                listed.uncounted(),
                examples(listed.uncounted(), FindingComparison.WITH_MORE));
        differences.add(
                DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST,
                -listed.overcounted(),
                examples(listed.overcounted(), FindingComparison.WITH_LESS));
        differences.add(DifferenceReason.SAME_NAME, repeated, examples(repeated, FindingComparison.REPEATED_NAMES));
        differences.add(DifferenceReason.EXCLUDED, excluded, examples(excluded, FindingComparison.EXCLUDED_WEAKNESSES));
        differences.add(DifferenceReason.UNMATCHED, unmatched, examples(unmatched, FindingComparison.UNMATCHED_NAMES));
        differences.addAll(sql, "finding_difference");
        long vendor = listed.names() + listed.dropped() + listed.uncounted() - listed.overcounted();
        return new Comparison(vendor, number(FindingComparison.OPEN), differences.all());
    }

    private List<String> examples(long count, String query) {
        return count == 0 ? List.of() : sql.texts(query);
    }

    private long number(String query) {
        return sql.statement(query).query(Long.class).single();
    }
}
