package io.plumbline.connector.cortexxdr.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue.Text;
import io.plumbline.connector.api.AttributeValue.Texts;
import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.Redactor;
import io.plumbline.connector.cortexxdr.value.Oddities;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping table of devices, row by row. */
class EndpointMappingTest {

    @Test
    void aWholeRowIsMapped() {
        AssetRecord asset = map("""
                {"endpoint_id": "05af", "endpoint_name": " PC1 ", "endpoint_type": "AGENT_TYPE_SERVER",
                 "endpoint_status": "CONNECTED", "os_type": "AGENT_OS_WINDOWS", "os_version": "10.0.17763",
                 "operating_system": "Windows Server 2019", "ip": ["10.0.0.1", "fe80::1"], "ipv6": ["10.0.0.2"],
                 "public_ip": "198.51.100.7", "users": "anna", "domain": "corp.example", "alias": "",
                 "first_seen": 1606218761377, "last_seen": 1700000000000, "endpoint_version": "8.9.0.1",
                 "is_isolated": "AGENT_UNISOLATED", "operational_status": "PROTECTED", "group_name": ["G"],
                 "mac_address": ["00-1A-2B-3C-4D-5E"], "tags": {"server_tags": ["s", "both"], "endpoint_tags": ["both"]},
                 "endpointTags": "camel", "token_hash": null, "new": {"field": 1}}""").orElseThrow();

        assertThat(asset.externalId()).isEqualTo("05af");
        assertThat(asset.name()).isEqualTo("PC1");
        assertThat(asset.operatingSystem()).isEqualTo("Windows Server 2019");
        assertThat(asset.fqdn()).isEqualTo("pc1.corp.example");
        assertThat(asset.ipv4Addresses()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(asset.ipv6Addresses()).containsExactly("fe80::1");
        assertThat(asset.macAddresses()).containsExactly("00:1a:2b:3c:4d:5e");
        assertThat(asset.externalTags()).containsExactly("s", "both", "camel");
        assertThat(asset.vendorStatus()).isEqualTo("CONNECTED");
        assertThat(asset.firstObservedAt()).hasToString("2020-11-24T11:52:41.377Z");
        assertThat(asset.lastObservedAt()).hasToString("2023-11-14T22:13:20Z");
        assertThat(asset.customAttributes())
                .containsEntry("os_version", new Text("10.0.17763"))
                .containsEntry("os_type", new Text("AGENT_OS_WINDOWS"))
                .containsEntry("users", new Texts(List.of("anna")))
                .containsEntry("domain", new Text("corp.example"))
                .containsEntry("endpoint_type", new Text("AGENT_TYPE_SERVER"))
                .containsEntry("group_name", new Texts(List.of("G")))
                .containsEntry("server_tags", new Texts(List.of("s", "both")))
                .containsEntry("endpoint_tags", new Texts(List.of("both")))
                .doesNotContainKey("alias")
                .doesNotContainKey("new");
    }

    @Test
    void anIdIsEnough() {
        AssetRecord asset = map("{\"endpoint_id\": \"05af\"}").orElseThrow();

        assertThat(asset.name()).as("a blank name shows the id").isEqualTo("05af");
        assertThat(asset.firstObservedAt()).isNull();
        assertThat(asset.lastObservedAt()).isNull();
        assertThat(asset.vendorStatus()).isNull();
    }

    @Test
    void anIdInTheNamesPlaceMakesNoQualifiedName() {
        AssetRecord asset = map("{\"endpoint_id\": \"05af\", \"endpoint_name\": \" \", \"domain\": \"corp.example\"}")
                .orElseThrow();

        assertThat(asset.name()).isEqualTo("05af");
        assertThat(asset.fqdn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_OS_WINDOWS,Windows",
        "AGENT_OS_LINUX,Linux",
        "AGENT_OS_MAC,macOS",
        "AGENT_OS_MACOS,macOS",
        "AGENT_OS_ANDROID,Android",
        "AGENT_OS_NEW,AGENT_OS_NEW"
    })
    void theTypeOfSystemStandsInForItsName(String type, String words) {
        assertThat(map("{\"endpoint_id\": \"1\", \"operating_system\": \"\", \"os_type\": \"" + type + "\"}"))
                .map(AssetRecord::operatingSystem)
                .contains(words);
    }

    @Test
    void whatCannotBeStoredIsDropped() {
        assertThat(map("{\"endpoint_name\": \"PC1\"}")).isEmpty();
        assertThat(map("{\"endpoint_id\": \" \"}")).isEmpty();
        assertThat(map("\"a text\"")).isEmpty();
        assertThat(map("{\"endpoint_id\": \"1\", \"endpoint_name\": \"" + "é".repeat(257) + "\"}"))
                .isEmpty();
    }

    @Test
    void aTimeOfZeroIsNone() {
        assertThat(map("{\"endpoint_id\": \"1\", \"first_seen\": 0, \"last_seen\": -1}"))
                .hasValueSatisfying(asset -> {
                    assertThat(asset.firstObservedAt()).isNull();
                    assertThat(asset.lastObservedAt()).isNull();
                });
    }

    private static Optional<AssetRecord> map(String json) {
        return Optional.ofNullable(new EndpointMapping(new Oddities(new Redactor("no secret")))
                .row(Json.MAPPER.readTree(json))
                .asset());
    }
}
