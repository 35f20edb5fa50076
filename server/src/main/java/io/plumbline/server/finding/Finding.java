package io.plumbline.server.finding;

import io.plumbline.connector.api.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the REST API shows it.
 *
 * @param cves its name, where that is a CVE id
 * @param assetIds ACTIVE assets that it stands on, {@link #SHOWN_ASSETS} at most
 * @param assetCount all of them
 * @param severityScore null where the vendor's word gave the severity
 * @param lastObservedAt while it is open and in the inventory, its connector's last sync with complete findings
 * @param withheld null: it is in the inventory
 */
public record Finding(
        String id,
        String connectorId,
        String name,
        List<String> cves,
        String assetName,
        List<String> assetIds,
        long assetCount,
        String weaknessId,
        Severity severity,
        @Nullable BigDecimal severityScore,
        @Nullable String vendorSeverity,
        FindingState state,
        Instant firstObservedAt,
        Instant lastObservedAt,
        @Nullable Instant fixedAt,
        @Nullable FixedReason fixedReason,
        @Nullable String fixedBySyncId,
        @Nullable WithheldReason withheld,
        @Nullable String description) {

    static final int SHOWN_ASSETS = 100;
}
