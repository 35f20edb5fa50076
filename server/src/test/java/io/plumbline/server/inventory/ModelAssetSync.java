package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one run does to the model's assets: semantics §2, and the counts of §5. */
final class ModelAssetSync {

    private final SortedMap<String, ModelAsset> assets;
    private final SortedMap<String, ModelAsset> before;
    private final Map<String, AssetRecord> returned = new TreeMap<>();
    private final long run;
    private final Rules rules;
    private final Evidence evidence;

    ModelAssetSync(long run, SortedMap<String, ModelAsset> assets, Rules rules, Evidence evidence) {
        this.run = run;
        this.assets = assets;
        this.before = new TreeMap<>(assets);
        this.rules = rules;
        this.evidence = evidence;
    }

    void run(List<AssetRecord> records) {
        records.forEach(record -> returned.merge(record.externalId(), record, this::later));
        boolean absenceCounts = evidence.endpoints() == Evidence.Part.COMPLETE;
        assets.replaceAll((id, asset) -> asset.notReturned(rules, absenceCounts));
        returned.forEach((id, record) -> assets.put(id, ModelAsset.returned(before.get(id), record, rules, run)));
    }

    private AssetRecord later(AssetRecord one, AssetRecord other) {
        return seen(other).isBefore(seen(one)) ? one : other;
    }

    private Instant seen(AssetRecord record) {
        return record.lastObservedAt() == null ? rules.at() : record.lastObservedAt();
    }

    boolean returned(ModelAsset asset) {
        return returned.containsKey(asset.values().externalId());
    }

    /** An asset that this run takes out of ACTIVE. */
    boolean leaves(ModelAsset asset) {
        ModelAsset was = before.get(asset.values().externalId());
        return was != null && was.active() && !asset.active();
    }

    long leaving() {
        return assets.values().stream().filter(this::leaves).count();
    }

    long activeBefore() {
        return before.values().stream().filter(ModelAsset::active).count();
    }

    ChangeCounts.Assets counts() {
        long created = 0;
        long updated = 0;
        long unchanged = 0;
        long restored = 0;
        for (String id : returned.keySet()) {
            @Nullable ModelAsset was = before.get(id);
            ModelAsset is = assets.get(id);
            if (was == null) {
                created++;
            } else if (!was.active() && is.active()) {
                restored++;
            } else if (is.showsOtherValuesThan(was)) {
                updated++;
            } else {
                unchanged++;
            }
        }
        long archived = assets.entrySet().stream()
                .filter(entry -> !entry.getValue().active())
                .filter(entry -> !before.containsKey(entry.getKey())
                        || before.get(entry.getKey()).active())
                .count();
        return new ChangeCounts.Assets(returned.size(), created, updated, unchanged, archived, restored);
    }
}
