package io.plumbline.server.inventory;

import io.plumbline.server.inventory.ModelFinding.State;
import io.plumbline.server.platform.database.Folding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one run does to the model's findings, after its assets: semantics §3, and the counts of §5. */
final class ModelFindingSync {

    private final long run;
    private final ModelInventory inventory;
    private final ModelAssetSync assets;
    private final Rules rules;
    private final Evidence evidence;
    private final SortedMap<String, ModelFinding> before;
    private final @Nullable Instant observedBefore;

    private long received;
    private long created;
    private long updated;
    private long unchanged;
    private long fixed;
    private long resurfaced;
    private long unmatched;
    private long unmatchedByCase;
    private long onArchived;

    ModelFindingSync(long run, ModelInventory inventory, ModelAssetSync assets, Rules rules, Evidence evidence) {
        this.run = run;
        this.inventory = inventory;
        this.assets = assets;
        this.rules = rules;
        this.evidence = evidence;
        this.before = new TreeMap<>(inventory.findings());
        this.observedBefore = inventory.findingsObservedAt();
    }

    void run(Map<String, ModelWeakness> listed) {
        inventory.findings().replaceAll((key, finding) -> {
            String reason = inventory.withheld(finding.assetName());
            return reason == null ? finding : finding.withheld(reason, observedBefore);
        });
        if (evidence.findings() != Evidence.Part.NONE) {
            inventory.findings().replaceAll((key, finding) -> fixedWhereItIs(finding, listed));
            List<ModelFinding> known = List.copyOf(inventory.findings().values());
            listed.forEach((name, weakness) -> weakness.hosts().forEach(host -> take(host, name, weakness, known)));
            inventory.weaknesses().putAll(listed);
        }
        inventory
                .findings()
                .replaceAll(
                        (key, finding) -> inventory.withheld(finding.assetName()) == null ? finding.shown() : finding);
    }

    private ModelFinding fixedWhereItIs(ModelFinding finding, Map<String, ModelWeakness> listed) {
        if (!finding.open() || inventory.withheld(finding.assetName()) != null) {
            return finding;
        }
        ModelWeakness weakness = listed.get(finding.weakness());
        if (weakness != null && weakness.excluded()) {
            return fixed(finding, "EXCLUDED");
        }
        boolean absent =
                weakness == null || (weakness.complete() && !weakness.hosts().contains(finding.assetName()));
        boolean stillThere =
                inventory.bearers(finding.assetName()).anyMatch(asset -> asset.active() && assets.returned(asset));
        return absent && stillThere && evidence.findings() == Evidence.Part.COMPLETE
                ? fixed(finding, "NOT_RETURNED")
                : finding;
    }

    private ModelFinding fixed(ModelFinding finding, String reason) {
        fixed++;
        return finding.fixed(reason, rules.at(), run, observedBefore);
    }

    /** A pair that the vendor lists. */
    private void take(String host, String name, ModelWeakness weakness, List<ModelFinding> known) {
        if (weakness.excluded()) {
            return;
        }
        received++;
        if (!inventory.hasActiveBearer(host)) {
            countWithoutAsset(host);
            return;
        }
        String key = Snapshot.finding(host, name);
        ModelFinding finding = inventory.findings().get(key);
        if (finding == null) {
            created++;
            inventory.findings().put(key, ModelFinding.created(host, name, firstObserved(host, name, known), run));
        } else if (finding.state() == State.FIXED) {
            resurfaced++;
            inventory.findings().put(key, finding.resurfaced(run));
        } else if (weakness.showsOtherValuesThan(inventory.weaknesses().get(name))) {
            updated++;
        } else {
            unchanged++;
        }
    }

    private void countWithoutAsset(String host) {
        if (inventory.bearers(host).findAny().isPresent()) {
            onArchived++;
            return;
        }
        unmatched++;
        if (inventory.anyAsset(
                asset -> asset.active() && Folding.fold(asset.name()).equals(Folding.fold(host)))) {
            unmatchedByCase++;
        }
    }

    /**
     * A finding goes back to when it was first seen under a former name of its asset, if it was open while the asset bore that
     * name, which is now nobody's.
     */
    private Instant firstObserved(String host, String weakness, List<ModelFinding> known) {
        return inventory
                .bearers(host)
                .filter(ModelAsset::active)
                .flatMap(asset -> asset.formerNames().entrySet().stream())
                .filter(former -> !inventory.hasActiveBearer(former.getKey()))
                .flatMap(former -> known.stream()
                        .filter(finding -> finding.assetName().equals(former.getKey()))
                        .filter(finding -> finding.weakness().equals(weakness))
                        .filter(finding -> finding.stateRun() < former.getValue())
                        .filter(ModelFinding::open))
                .map(ModelFinding::firstObservedAt)
                .min(Instant::compareTo)
                .orElse(rules.at());
    }

    ChangeCounts.Findings counts() {
        return new ChangeCounts.Findings(
                received, created, updated, unchanged, fixed, resurfaced, unmatched, onArchived, 0);
    }

    long unmatchedByCase() {
        return unmatchedByCase;
    }

    long countedBefore() {
        return before.values().stream().filter(ModelFinding::counted).count();
    }

    /** Open findings that this run takes out of the inventory, but those that only follow an asset that it archives. */
    long leaving() {
        return before.values().stream()
                .filter(ModelFinding::counted)
                .map(was -> Objects.requireNonNull(
                        inventory.findings().get(Snapshot.finding(was.assetName(), was.weakness()))))
                .filter(is -> !is.counted() && !onlyFollowsItsAsset(is))
                .count();
    }

    private boolean onlyFollowsItsAsset(ModelFinding finding) {
        return "ASSET_ARCHIVED".equals(finding.withheld())
                && inventory.bearers(finding.assetName()).anyMatch(assets::leaves);
    }
}
