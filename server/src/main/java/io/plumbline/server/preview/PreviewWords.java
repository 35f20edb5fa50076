package io.plumbline.server.preview;

import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.PlannedChange;
import io.plumbline.server.platform.table.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How what a sync would do is told to people. */
final class PreviewWords {

    private PreviewWords() {}

    /** Such as "12 assets archived, because they were last seen too long ago". */
    static String of(PlannedChange change) {
        String records = change.of().equals("ASSET")
                ? Amount.of(change.count(), "asset", "assets")
                : Amount.of(change.count(), "finding", "findings");
        String done = change.change().equals("RETURNED")
                ? "back in the inventory"
                : change.change().toLowerCase(Locale.ROOT);
        return records + " " + done + because(change.reason());
    }

    private static String because(@Nullable String reason) {
        return switch (reason) {
            case "NOT_RETURNED" -> ", because the vendor does not list them any more";
            case "RETENTION" -> ", because they were last seen too long ago";
            case "VENDOR_STATUS" -> ", because of their status at the vendor";
            case "FILTERED" -> ", because the filters leave them out";
            case "EXCLUDED" -> ", because the vendor has excluded the weakness";
            case "ASSET_ARCHIVED" -> ", because only archived assets bear their names";
            case "NO_ASSET" -> ", because no asset bears their names";
            case "ASSETS_ONLY" -> ", because the connector would ingest assets only";
            case null, default -> "";
        };
    }

    /** What is tried that the connector is not set to; empty where nothing is. */
    static List<String> differences(DataPulling set, @Nullable DataPulling tried) {
        List<String> words = new ArrayList<>();
        if (tried != null) {
            tell(words, "Asset retention", days(set.assetRetentionDays()), days(tried.assetRetentionDays()));
            tell(words, "Statuses that archive", statuses(set), statuses(tried));
            tell(words, "Ingests", ingest(set), ingest(tried));
            tell(words, "Maximum endpoints", Amount.text(set.maxEndpoints()), Amount.text(tried.maxEndpoints()));
            tell(words, "Mass-change guard", guard(set), guard(tried));
            tell(
                    words,
                    "Excluded weaknesses",
                    set.includeExcluded() ? "taken in" : "left out",
                    tried.includeExcluded() ? "taken in" : "left out");
        }
        return words;
    }

    private static void tell(List<String> words, String what, String set, String tried) {
        if (!set.equals(tried)) {
            words.add(what + ": " + tried + " instead of " + set);
        }
    }

    private static String days(int count) {
        return Amount.of(count, "day", "days");
    }

    private static String statuses(DataPulling pulling) {
        return pulling.removeAssetsWithStatus().isEmpty()
                ? "none"
                : String.join(", ", pulling.removeAssetsWithStatus());
    }

    private static String ingest(DataPulling pulling) {
        return pulling.findingsWanted() ? "assets and findings" : "assets only";
    }

    private static String guard(DataPulling pulling) {
        return pulling.massChangeGuardPercent() == 100 ? "off" : pulling.massChangeGuardPercent() + " %";
    }
}
