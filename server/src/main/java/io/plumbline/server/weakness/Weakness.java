package io.plumbline.server.weakness;

import io.plumbline.connector.api.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weakness as the REST API shows it.
 *
 * @param cves its name, where that is a CVE id
 * @param severityScore null where the vendor's word gave the severity
 * @param connectorIds those that know it
 * @param affectedAssetCount ACTIVE assets with an open finding
 * @param openFindingCount like {@code fixedFindingCount}, of findings in the inventory
 * @param lastObservedAt the newest complete sync that found it listed
 */
public record Weakness(
        String id,
        String name,
        List<String> cves,
        Severity severity,
        @Nullable BigDecimal severityScore,
        @Nullable String description,
        List<String> connectorIds,
        List<String> affectedProducts,
        @Nullable Instant publishedAt,
        @Nullable BigDecimal exploitabilityScore,
        @Nullable BigDecimal impactScore,
        @Nullable String type,
        long affectedAssetCount,
        long openFindingCount,
        long fixedFindingCount,
        Instant firstObservedAt,
        Instant lastObservedAt) {}
