package io.plumbline.connector.cortexxdr.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetField;
import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.FieldMapping;
import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.Redactor;
import io.plumbline.connector.cortexxdr.value.Oddities;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What the mapping table tells is what the mapping does: each field of the vendor is changed, and taken away, in turn. */
class EndpointFieldsTest {

    /** Every field that the vendor documents or was seen to send, none of them blank. */
    private static final String WHOLE = """
            {"endpoint_id": "05af.corp.example", "endpoint_name": "PC1", "endpoint_type": "AGENT_TYPE_SERVER",
             "endpoint_status": "CONNECTED", "os_type": "AGENT_OS_WINDOWS", "os_version": "10.0.17763",
             "operating_system": "Windows Server 2019", "ip": ["10.0.0.1", "fe80::1"], "ipv6": ["10.0.0.2", "fe80::2"],
             "public_ip": "198.51.100.7", "users": ["anna"], "domain": "corp.example", "alias": "desk",
             "first_seen": 1606218761377, "last_seen": 1700000000000, "install_date": 1606218761377,
             "endpoint_version": "8.9.0.1", "content_version": "1940-22526", "content_status": "up_to_date",
             "content_release_timestamp": 1700000000000, "last_content_update_time": 1700000000000,
             "installation_package": "linux", "active_directory": "OU=x", "is_isolated": "AGENT_UNISOLATED",
             "isolated_date": 1700000000000, "operational_status": "PROTECTED", "operational_status_description": "[]",
             "operational_status_details": [{"title": "t"}], "group_name": ["G"], "scan_status": "SCAN_STATUS_NONE",
             "mac_address": ["00-1A-2B-3C-4D-5E"], "assigned_prevention_policy": "p", "assigned_extensions_policy": "e",
             "cloud_provider": "c", "cloud_region": "r", "cloud_provider_account_id": "a", "cloud_instance_id": "i",
             "cloud_id": "d", "tags": {"server_tags": ["s"], "endpoint_tags": ["e"]}, "endpointTags": "camel",
             "token_hash": "h"}""";

    @Test
    void everyFieldOfAnAssetHasItsLine() {
        assertThat(EndpointFields.MAPPING).extracting(FieldMapping::field).containsExactly(AssetField.values());
    }

    @ParameterizedTest
    @EnumSource
    void theSourcesToldAreThoseThatHaveASay(AssetField field) {
        Set<String> found = new TreeSet<>();
        for (String source : whole().propertyNames()) {
            if (hasASay(field, source)) {
                found.add(source);
            }
        }

        assertThat(found).isEqualTo(new TreeSet<>(told(field)));
    }

    /** Whether changing it, or taking it away, changes the field: in a whole row, or where another source is missing. */
    private static boolean hasASay(AssetField field, String source) {
        Set<String> absent = new LinkedHashSet<>(told(field));
        absent.remove(source);
        return differs(field, source, whole())
                || absent.stream().anyMatch(other -> differs(field, source, without(whole(), other)));
    }

    private static boolean differs(AssetField field, String source, ObjectNode row) {
        @Nullable Object before = value(field, row);
        ObjectNode changed = row.deepCopy();
        if (source.equals("endpoint_id")) {
            changed.put(source, "06be.corp.example"); // a row without one is dropped
        } else {
            changed.remove(source);
        }
        return !Objects.equals(before, value(field, changed));
    }

    private static Set<String> told(AssetField field) {
        return EndpointFields.MAPPING.stream()
                .filter(row -> row.field() == field)
                .flatMap(row -> row.sources().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable Object value(AssetField field, ObjectNode row) {
        AssetRecord asset = Objects.requireNonNull(new EndpointMapping(new Oddities(new Redactor("no secret")))
                .row(row)
                .asset());
        return switch (field) {
            case UNIQUE_IDENTIFIER, EXTERNAL_IDENTIFIER -> asset.externalId();
            case NAME -> asset.name();
            case IPV4_ADDRESSES -> asset.ipv4Addresses();
            case IPV6_ADDRESSES -> asset.ipv6Addresses();
            case OPERATING_SYSTEM -> asset.operatingSystem();
            case FQDN -> asset.fqdn();
            case MAC_ADDRESSES -> asset.macAddresses();
            case FIRST_OBSERVED -> asset.firstObservedAt();
            case LAST_OBSERVED -> asset.lastObservedAt();
            case EXTERNAL_TAGS -> asset.externalTags();
            case VENDOR_STATUS -> asset.vendorStatus();
            case CUSTOM_ATTRIBUTES -> asset.customAttributes();
        };
    }

    @Test
    void noFieldOfARecordIsLeftUntold() {
        assertThat(Arrays.stream(AssetRecord.class.getRecordComponents()))
                .as("the unique identifier is the external one once more")
                .hasSize(AssetField.values().length - 1);
    }

    private static ObjectNode whole() {
        return Json.MAPPER.readTree(WHOLE).asObject();
    }

    private static ObjectNode without(ObjectNode row, String field) {
        if (!field.equals("endpoint_id")) {
            row.remove(field);
        }
        return row;
    }
}
