package io.plumbline.connector.api;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One device as the source reports it, mapped and cleaned: no NUL, no blank names, lists without duplicates.
 *
 * @param externalId the source's id; at most 512 bytes of UTF-8
 * @param name what findings are reported under; at most 512 bytes of UTF-8
 * @param fqdn lower case; null where there is none
 * @param ipv4Addresses canonical text
 * @param ipv6Addresses canonical text, lower case
 * @param macAddresses lower case, colon-separated
 * @param externalTags plain values, each once
 * @param vendorStatus as the vendor writes it; null where it says nothing
 * @param firstObservedAt null where the source does not know
 * @param lastObservedAt null where the source does not know; may lie in the future
 */
public record AssetRecord(
        String externalId,
        String name,
        @Nullable String operatingSystem,
        @Nullable String fqdn,
        List<String> ipv4Addresses,
        List<String> ipv6Addresses,
        List<String> macAddresses,
        List<String> externalTags,
        SortedMap<String, AttributeValue> customAttributes,
        @Nullable String vendorStatus,
        @Nullable Instant firstObservedAt,
        @Nullable Instant lastObservedAt) {}
