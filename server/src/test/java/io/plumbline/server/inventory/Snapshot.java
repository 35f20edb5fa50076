package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One connector's inventory as a reader may see it, whoever keeps it.
 *
 * @param assets by external id
 * @param findings by asset name and weakness
 * @param weaknesses by name
 * @param openFindings in the inventory, one per finding
 * @param affectedAssets ACTIVE assets with an open finding
 */
record Snapshot(
        SortedMap<String, AssetState> assets,
        SortedMap<String, FindingState> findings,
        SortedMap<String, WeaknessState> weaknesses,
        @Nullable Instant assetsObservedAt,
        @Nullable Instant findingsObservedAt,
        long activeAssets,
        long openFindings,
        long affectedAssets) {

    /**
     * @param values without times
     * @param archivedReason null: ACTIVE
     */
    record AssetState(
            AssetRecord values,
            @Nullable String archivedReason,
            @Nullable Instant archivedAt,
            Instant firstObservedAt,
            Instant lastObservedAt) {}

    /** @param lastObservedAt null while open and in the inventory: then the connector's */
    record FindingState(
            String state,
            @Nullable String withheld,
            Instant firstObservedAt,
            @Nullable Instant lastObservedAt,
            @Nullable Instant fixedAt,
            @Nullable String fixedReason,
            @Nullable Long fixedBy) {}

    record WeaknessState(
            Severity severity,
            @Nullable BigDecimal score,
            @Nullable String vendorSeverity,
            @Nullable String description,
            long open,
            long affectedAssets) {}

    static String finding(String assetName, String weakness) {
        return weakness + " on " + assetName;
    }
}
