package io.plumbline.server.asset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the API shows it.
 *
 * @param externalId the vendor's, unique within the connector
 * @param lastObservedInFuture the vendor gives a time that has not come: some clock is wrong
 * @param customAttributes texts and lists of texts
 */
public record Asset(
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
        boolean lastObservedInFuture,
        List<String> externalTags,
        Map<String, Object> customAttributes,
        OpenFindings openFindings) {

    /** The one class of assets that connectors know so far. */
    static final String DEVICE = "DEVICE";
}
