package io.plumbline.server.asset;

import io.plumbline.connector.api.AssetField;
import io.plumbline.connector.api.FieldMapping;
import io.plumbline.connector.api.Severity;
import io.plumbline.server.platform.table.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One asset in full.
 *
 * @param reason why it is archived; null where it is not
 * @param sources which fields of the vendor became which of the asset
 * @param attributes what else the vendor tells, in the order of its names
 * @param history the newest first
 */
public record AssetPage(
        Asset asset,
        Cell status,
        String connector,
        @Nullable String reason,
        Map<Severity, Long> open,
        Map<AssetField, FieldMapping<AssetField>> sources,
        List<Attribute> attributes,
        List<Event> history) {

    public boolean hasOpenFindings() {
        return open.values().stream().anyMatch(amount -> amount > 0);
    }

    /** The list of those that are open. */
    public String openFindings() {
        return AssetListPage.findings(asset.id());
    }

    /** The list of what was found on it: all that is in the inventory, or what is withheld with it. */
    public String findings() {
        return "/findings?assetId=" + asset.id()
                + (asset.status() == AssetStatus.ARCHIVED
                        ? "&withheld=ASSET_ARCHIVED&state=ACTIVE&state=RESURFACED"
                        : "&state=ACTIVE&state=RESURFACED&state=FIXED");
    }

    public record Attribute(String name, String value) {}

    /**
     * @param at start of the sync that did it; null where its record has gone
     * @param href of that sync
     */
    public record Event(
            String what, List<Change> changes, @Nullable Instant at, String href) {}

    public record Change(String field, String before, String after) {}
}
