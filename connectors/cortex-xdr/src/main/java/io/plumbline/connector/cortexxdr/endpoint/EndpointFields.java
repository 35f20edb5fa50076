package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.AssetField;
import io.plumbline.connector.api.FieldMapping;
import java.util.List;
import java.util.stream.Stream;

/** What {@link EndpointMapping} makes of the fields of {@code get_endpoint}, told; a test compares the two. */
public final class EndpointFields {

    /** Kept as custom attributes under the vendor's names. */
    static final List<String> ATTRIBUTES = List.of(
            "os_version",
            "os_type",
            "domain",
            "alias",
            "endpoint_type",
            "endpoint_version",
            "public_ip",
            "is_isolated",
            "operational_status");

    /** Likewise, where the vendor sends lists. */
    static final List<String> LIST_ATTRIBUTES = List.of("users", "group_name");

    private static final List<String> TAGS = List.of("tags", "endpointTags");

    public static final List<FieldMapping<AssetField>> MAPPING = List.of(
            row(AssetField.UNIQUE_IDENTIFIER, "Two endpoints with one name are two assets.", "endpoint_id"),
            row(AssetField.EXTERNAL_IDENTIFIER, "", "endpoint_id"),
            row(AssetField.NAME, "The id where the name is blank.", "endpoint_name", "endpoint_id"),
            row(
                    AssetField.IPV4_ADDRESSES,
                    "An address in the wrong list goes to the right field; one that is none is left out and logged.",
                    "ip",
                    "ipv6"),
            row(AssetField.IPV6_ADDRESSES, "Likewise.", "ipv6", "ip"),
            row(
                    AssetField.OPERATING_SYSTEM,
                    "The type of system, in words, where its name is blank.",
                    "operating_system",
                    "os_type"),
            row(
                    AssetField.FQDN,
                    "The name qualified by the domain where that is a DNS name; never by a workgroup.",
                    "endpoint_name",
                    "domain"),
            row(AssetField.MAC_ADDRESSES, "Lower case, with colons.", "mac_address"),
            row(AssetField.FIRST_OBSERVED, "", "first_seen"),
            row(AssetField.LAST_OBSERVED, "The time of the sync where the vendor gives none.", "last_seen"),
            row(
                    AssetField.EXTERNAL_TAGS,
                    "Server tags and endpoint tags, each once; their origin stays visible as custom attributes.",
                    TAGS.toArray(String[]::new)),
            row(AssetField.VENDOR_STATUS, "Any word is kept as it is.", "endpoint_status"),
            new FieldMapping<>(
                    AssetField.CUSTOM_ATTRIBUTES,
                    Stream.of(ATTRIBUTES, LIST_ATTRIBUTES, TAGS)
                            .flatMap(List::stream)
                            .toList(),
                    "Under the vendor's names; what is blank is left out."));

    private EndpointFields() {}

    private static FieldMapping<AssetField> row(AssetField field, String rule, String... sources) {
        return new FieldMapping<>(field, List.of(sources), rule);
    }
}
