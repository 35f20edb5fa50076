package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import io.plumbline.connector.cortexxdr.value.Addresses;
import io.plumbline.connector.cortexxdr.value.DomainNames;
import io.plumbline.connector.cortexxdr.value.MacAddresses;
import io.plumbline.connector.cortexxdr.value.Oddities;
import io.plumbline.connector.cortexxdr.value.Texts;
import io.plumbline.connector.cortexxdr.value.VendorTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One row of {@code get_endpoint} as an asset. Every field is optional but {@code endpoint_id}; unknown ones are ignored. */
final class EndpointMapping {

    private final Oddities oddities;
    private final Texts texts;

    EndpointMapping(Oddities oddities) {
        this.oddities = oddities;
        this.texts = new Texts(oddities);
    }

    EndpointWindow.Row row(JsonNode row) {
        Optional<String> id = texts.text(row.path("endpoint_id"));
        if (id.isEmpty()) {
            oddities.count(
                    "endpoint without endpoint_id was dropped",
                    row.path("endpoint_name").asString(""));
        }
        return new EndpointWindow.Row(
                id.orElse(null), id.flatMap(known -> map(known, row)).orElse(null));
    }

    /** Empty where id or name cannot be stored. */
    private Optional<AssetRecord> map(String id, JsonNode row) {
        Optional<String> name = texts.text(row.path("endpoint_name"));
        if (!Texts.fits(id) || !Texts.fits(name.orElse(""))) {
            oddities.count("endpoint with an id or name of more than " + Texts.NAME_BYTES + " bytes was dropped", id);
            return Optional.empty();
        }
        return Optional.of(map(id, name, row));
    }

    /** An id stands in for a name that is missing; it is no host's name that a domain could make a qualified one. */
    private AssetRecord map(String id, Optional<String> name, JsonNode row) {
        List<String> entered = new ArrayList<>(texts.list(row.path("ip")));
        entered.addAll(texts.list(row.path("ipv6")));
        Addresses addresses = Addresses.sort(entered, oddities);
        return new AssetRecord(
                id,
                name.orElse(id),
                texts.text(row.path("operating_system"))
                        .or(() -> texts.text(row.path("os_type")).map(EndpointMapping::inWords))
                        .orElse(null),
                name.flatMap(host -> DomainNames.qualify(host, texts.text(row.path("domain"))))
                        .orElse(null),
                addresses.ipv4(),
                addresses.ipv6(),
                MacAddresses.of(texts.list(row.path("mac_address")), oddities),
                tags(row),
                attributes(row),
                texts.text(row.path("endpoint_status")).orElse(null),
                VendorTime.of(row.path("first_seen")).orElse(null),
                VendorTime.of(row.path("last_seen")).orElse(null));
    }

    private List<String> tags(JsonNode row) {
        Set<String> tags = new LinkedHashSet<>(texts.list(row.path("tags").path("server_tags")));
        tags.addAll(texts.list(row.path("tags").path("endpoint_tags")));
        tags.addAll(texts.list(row.path("endpointTags")));
        return List.copyOf(tags);
    }

    private SortedMap<String, AttributeValue> attributes(JsonNode row) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        for (String field : EndpointFields.ATTRIBUTES) {
            texts.text(row.path(field)).ifPresent(text -> attributes.put(field, new AttributeValue.Text(text)));
        }
        EndpointFields.LIST_ATTRIBUTES.forEach(field -> putList(attributes, field, row.path(field)));
        putList(attributes, "server_tags", row.path("tags").path("server_tags"));
        putList(attributes, "endpoint_tags", row.path("tags").path("endpoint_tags"));
        putList(attributes, "endpointTags", row.path("endpointTags"));
        return attributes;
    }

    private void putList(SortedMap<String, AttributeValue> attributes, String key, JsonNode node) {
        List<String> values = texts.list(node);
        if (!values.isEmpty()) {
            attributes.put(key, new AttributeValue.Texts(values));
        }
    }

    private static String inWords(String osType) {
        return switch (osType) {
            case "AGENT_OS_WINDOWS" -> "Windows";
            case "AGENT_OS_LINUX" -> "Linux";
            case "AGENT_OS_MAC", "AGENT_OS_MACOS" -> "macOS";
            case "AGENT_OS_ANDROID" -> "Android";
            case "AGENT_OS_IOS" -> "iOS";
            default -> osType;
        };
    }
}
