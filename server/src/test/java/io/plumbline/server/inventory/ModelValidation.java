package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import io.plumbline.server.inventory.Snapshot.AssetState;
import io.plumbline.server.inventory.Snapshot.FindingState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explains each record that the vendor and the inventory count differently, one after the other and without SQL: what the
 * comparison has to come to.
 */
final class ModelValidation {

    private final Snapshot inventory;
    private final List<AssetRecord> listed;
    private final List<Row> rows;
    private final Rules rules;
    private final Evidence evidence;

    ModelValidation(Snapshot inventory, List<AssetRecord> listed, List<Row> rows, Rules rules, Evidence evidence) {
        this.inventory = inventory;
        this.listed = listed;
        this.rows = rows;
        this.rules = rules;
        this.evidence = evidence;
    }

    /** Counts by reason and direction. */
    private static final class Reasons {

        private final SortedMap<String, Long> counts = new TreeMap<>();

        void add(DifferenceReason reason, long count) {
            if (count != 0) {
                counts.merge((count > 0 ? "+" : "-") + reason, count, Long::sum);
            }
        }
    }

    static SortedMap<String, Long> of(Comparison part) {
        Reasons reasons = new Reasons();
        part.differences().forEach(difference -> reasons.add(difference.reason(), difference.count()));
        return reasons.counts;
    }

    SortedMap<String, Long> assets() {
        Reasons reasons = new Reasons();
        Set<String> ids = listed.stream().map(AssetRecord::externalId).collect(Collectors.toSet());
        long dropped = evidence.tally().dropped();
        reasons.add(DifferenceReason.DROPPED_ROW, dropped);
        reasons.add(
                DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST,
                evidence.tally().total().orElse(ids.size() + dropped) - ids.size() - dropped);
        for (String id : ids) {
            AssetState asset = inventory.assets().get(id);
            if (asset == null) {
                reasons.add(DifferenceReason.CHANGED_SINCE, 1);
            } else if (asset.archivedReason() != null) {
                reasons.add(DifferenceReason.valueOf("ARCHIVED_" + asset.archivedReason()), 1);
            }
        }
        inventory.assets().forEach((id, asset) -> {
            if (asset.archivedReason() == null && !ids.contains(id)) {
                reasons.add(
                        evidence.endpointsComplete() ? DifferenceReason.CHANGED_SINCE : DifferenceReason.DROPPED_ROW,
                        -1);
            }
        });
        return reasons.counts;
    }

    SortedMap<String, Long> findings() {
        Reasons reasons = new Reasons();
        Map<String, Set<String>> counted = new HashMap<>();
        for (Map.Entry<String, List<Row>> cve : byName().entrySet()) {
            counted.put(cve.getKey(), listed(cve.getKey(), cve.getValue(), reasons));
        }
        for (Map.Entry<String, FindingState> known : inventory.findings().entrySet()) {
            String[] parts = known.getKey().split(" on ", 2);
            boolean here = isOpen(known.getValue());
            if (here && !counted.getOrDefault(parts[0], Set.of()).contains(parts[1])) {
                reasons.add(kept(byName().getOrDefault(parts[0], List.of())), -1);
            }
        }
        return reasons.counts;
    }

    /** @return the names that count, of those that an asset bears */
    private Set<String> listed(String cve, List<Row> its, Reasons reasons) {
        Set<String> known = new HashSet<>();
        Set<String> distinct = new HashSet<>();
        boolean shutOut = shutOut(its);
        for (Row row : its) {
            reasons.add(
                    DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST,
                    row.weakness().vendorAffectedCount() - row.hosts().size());
            for (String host : row.hosts()) {
                if (!distinct.add(host)) {
                    reasons.add(DifferenceReason.SAME_NAME, 1);
                } else if (shutOut) {
                    reasons.add(DifferenceReason.EXCLUDED, 1);
                } else if (!namesAfter().contains(host)) {
                    reasons.add(DifferenceReason.UNMATCHED, 1);
                } else {
                    known.add(host);
                    why(cve, host, reasons);
                }
            }
        }
        return known;
    }

    private void why(String cve, String host, Reasons reasons) {
        FindingState finding = inventory.findings().get(Snapshot.finding(host, cve));
        if (finding != null && isOpen(finding)) {
            return;
        }
        boolean onArchived = finding == null
                ? bears(host, false) && !bears(host, true)
                : "ASSET_ARCHIVED".equals(finding.withheld());
        reasons.add(onArchived ? DifferenceReason.ON_ARCHIVED : DifferenceReason.CHANGED_SINCE, 1);
    }

    private DifferenceReason kept(List<Row> its) {
        if (!its.isEmpty() && shutOut(its)) {
            return DifferenceReason.CHANGED_SINCE;
        }
        if (its.stream().anyMatch(row -> row.weakness().evidence() != HostEvidence.COMPLETE)) {
            return DifferenceReason.VENDOR_COUNT_DIFFERS_FROM_LIST;
        }
        return evidence.endpointsComplete() && evidence.findingsComplete()
                ? DifferenceReason.CHANGED_SINCE
                : DifferenceReason.DROPPED_ROW;
    }

    private boolean shutOut(List<Row> its) {
        return !rules.includeExcluded() && its.stream().map(Row::weakness).allMatch(WeaknessRecord::excluded);
    }

    private boolean bears(String name, boolean active) {
        return inventory.assets().values().stream()
                .anyMatch(asset -> asset.values().name().equals(name) && (asset.archivedReason() == null) == active);
    }

    /** Names that are borne once the vendor's list is known. */
    private Set<String> namesAfter() {
        Map<String, String> names = new HashMap<>();
        inventory.assets().forEach((id, asset) -> names.put(id, asset.values().name()));
        listed.forEach(asset -> names.put(asset.externalId(), asset.name()));
        return Set.copyOf(names.values());
    }

    private Map<String, List<Row>> byName() {
        return rows.stream().collect(Collectors.groupingBy(row -> row.weakness().name()));
    }

    private static boolean isOpen(@Nullable FindingState finding) {
        return finding != null && finding.withheld() == null && !finding.state().equals("FIXED");
    }
}
