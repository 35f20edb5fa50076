package io.plumbline.server.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.server.connector.ConnectorStatus;
import io.plumbline.server.weakness.Weakness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory in a few figures.
 *
 * @param at when it was read
 * @param assetCount ACTIVE ones
 * @param weaknessCount those with an open finding
 * @param openFindings the open ones in the inventory, by severity; their sum is {@code openFindingCount}
 * @param trend the last 30 days in UTC, the oldest first, today last
 * @param topWeaknesses at most 10, the one that affects most assets first
 * @param topAssets at most 10 with an open finding, the most exposed first
 * @param connectors by name
 */
record Summary(
        Instant at,
        long assetCount,
        long archivedAssetCount,
        long weaknessCount,
        long openFindingCount,
        long fixedFindingCount,
        SeverityCounts openFindings,
        List<Day> trend,
        List<Weakness> topWeaknesses,
        List<ExposedAsset> topAssets,
        List<ConnectorSummary> connectors) {

    /**
     * A day in UTC.
     *
     * @param open as of its end, or as of now; what a connector left behind stands until its next sync. Null before the first sync
     * @param created findings that came in on this day, like {@code fixed} and {@code resurfaced}; {@code new} is no name in Java
     */
    record Day(
            LocalDate date,
            @Nullable SeverityCounts open,
            @JsonProperty("new") SeverityCounts created,
            SeverityCounts fixed,
            SeverityCounts resurfaced) {}

    record ExposedAsset(String id, String connectorId, String name, SeverityCounts openFindings) {}

    /**
     * @param assetsObservedAt start of the last sync that read all assets, {@code findingsObservedAt} of the last that read all
     *     findings: the age of the data. Null before
     * @param lastSync the newest sync of any status; null before the first
     * @param nextSyncAt null where nothing is scheduled
     */
    record ConnectorSummary(
            String id,
            String type,
            String name,
            ConnectorStatus status,
            @Nullable Instant assetsObservedAt,
            @Nullable Instant findingsObservedAt,
            @Nullable Object lastSync,
            @Nullable Instant nextSyncAt,
            long assetCount,
            long archivedAssetCount,
            long openFindingCount,
            SeverityCounts openFindings) {}
}
