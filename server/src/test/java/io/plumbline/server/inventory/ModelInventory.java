package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import io.plumbline.server.inventory.Snapshot.AssetState;
import io.plumbline.server.inventory.Snapshot.FindingState;
import io.plumbline.server.inventory.Snapshot.WeaknessState;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One connector's inventory, kept in maps and written from the semantics alone: what the SQL must come to. It is slow and obvious on
 * purpose.
 */
final class ModelInventory {

    private final SortedMap<String, ModelAsset> assets = new TreeMap<>();
    private final SortedMap<String, ModelFinding> findings = new TreeMap<>();
    private final SortedMap<String, ModelWeakness> weaknesses = new TreeMap<>();
    private boolean assetsOnly;
    private @Nullable Instant assetsObservedAt;
    private @Nullable Instant findingsObservedAt;

    /** What one run came to. */
    record Outcome(ChangeCounts counts, MassChange massChange, long unmatchedByCase) {}

    Outcome run(long run, List<AssetRecord> records, List<Row> rows, Rules rules, Evidence evidence) {
        ModelAssetSync assetSync = new ModelAssetSync(run, assets, rules, evidence);
        assetSync.run(records);
        if (evidence.endpoints() == Evidence.Part.COMPLETE) {
            assetsObservedAt = rules.at();
        }
        boolean read = evidence.findings() != Evidence.Part.NONE;
        if (!rules.ingestFindings()) {
            assetsOnly = true;
        } else if (read) {
            assetsOnly = false;
        }
        var findingSync = new ModelFindingSync(run, this, assetSync, rules, evidence);
        findingSync.run(ModelWeakness.unite(rows, rules.includeExcluded()));
        if (evidence.findings() == Evidence.Part.COMPLETE) {
            findingsObservedAt = rules.at();
        }
        return new Outcome(
                new ChangeCounts(assetSync.counts(), read ? findingSync.counts() : null),
                new MassChange(
                        assetSync.leaving(),
                        assetSync.activeBefore(),
                        findingSync.leaving(),
                        findingSync.countedBefore()),
                findingSync.unmatchedByCase());
    }

    SortedMap<String, ModelFinding> findings() {
        return findings;
    }

    SortedMap<String, ModelWeakness> weaknesses() {
        return weaknesses;
    }

    @Nullable
    Instant findingsObservedAt() {
        return findingsObservedAt;
    }

    Stream<ModelAsset> bearers(String name) {
        return assets.values().stream().filter(asset -> asset.name().equals(name));
    }

    boolean hasActiveBearer(String name) {
        return bearers(name).anyMatch(ModelAsset::active);
    }

    boolean anyAsset(Predicate<ModelAsset> condition) {
        return assets.values().stream().anyMatch(condition);
    }

    /** Why findings on a name are not in the inventory; null: they are. */
    @Nullable
    String withheld(String name) {
        if (assetsOnly) {
            return "ASSETS_ONLY";
        }
        if (hasActiveBearer(name)) {
            return null;
        }
        return bearers(name).findAny().isPresent() ? "ASSET_ARCHIVED" : "NO_ASSET";
    }

    Snapshot snapshot() {
        SortedMap<String, AssetState> assetStates = new TreeMap<>();
        assets.forEach((id, asset) -> assetStates.put(id, asset.state()));
        SortedMap<String, FindingState> findingStates = new TreeMap<>();
        findings.forEach((key, finding) -> findingStates.put(key, finding.stored()));
        SortedMap<String, WeaknessState> weaknessStates = new TreeMap<>();
        weaknesses.forEach((name, weakness) -> weaknessStates.put(name, stored(name, weakness)));
        return new Snapshot(
                assetStates,
                findingStates,
                weaknessStates,
                assetsObservedAt,
                findingsObservedAt,
                assets.values().stream().filter(ModelAsset::active).count(),
                findings.values().stream().filter(ModelFinding::counted).count(),
                affected(finding -> true));
    }

    private WeaknessState stored(String name, ModelWeakness weakness) {
        Predicate<ModelFinding> ofIt = finding -> finding.weakness().equals(name);
        return new WeaknessState(
                weakness.severity(),
                weakness.score(),
                weakness.vendorSeverity(),
                weakness.description(),
                findings.values().stream()
                        .filter(ofIt)
                        .filter(ModelFinding::counted)
                        .count(),
                affected(ofIt));
    }

    private long affected(Predicate<ModelFinding> which) {
        return assets.values().stream()
                .filter(ModelAsset::active)
                .filter(asset -> findings.values().stream()
                        .filter(which)
                        .filter(ModelFinding::counted)
                        .map(ModelFinding::assetName)
                        .anyMatch(asset.name()::equals))
                .count();
    }
}
