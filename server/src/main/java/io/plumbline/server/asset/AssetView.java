package io.plumbline.server.asset;

import io.plumbline.connector.api.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An asset as the REST API shows it. */
record AssetView(
        String id,
        String connectorId,
        String externalId,
        String name,
        String assetClass,
        AssetStatus status,
        @Nullable ArchivedReason archivedReason,
        @Nullable Instant archivedAt,
        @Nullable String vendorStatus,
        List<String> ipv4Addresses,
        List<String> ipv6Addresses,
        List<String> macAddresses,
        @Nullable String operatingSystem,
        @Nullable String fqdn,
        Instant firstObservedAt,
        Instant lastObservedAt,
        List<String> externalTags,
        JsonNode customAttributes,
        Map<Severity, Integer> openFindings) {}
