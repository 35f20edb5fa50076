package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the rows of a company hold: the vendor's fields in the vendor's mixture of types. */
class EndpointRowsTest {

    private static List<ObjectNode> rows = List.of();

    @BeforeAll
    static void company() {
        var options = TenantOptions.defaults().withEndpoints(3_000);
        try (var tenant = SimulatedTenant.start(options)) {
            long now = options.clock().millis();
            rows = tenant.console().endpoints().snapshot().stream()
                    .map(each -> each.row(now))
                    .toList();
        }
    }

    @Test
    void theDocumentedFieldsAndTwoThatClientsHaveSeenBesides() {
        var fields = new TreeSet<String>();
        rows.forEach(row -> fields.addAll(row.propertyNames()));

        assertThat(fields)
                .hasSize(42)
                .contains(
                        "endpointTags",
                        "operational_status_details",
                        "active_directory",
                        "content_release_timestamp",
                        "assigned_extensions_policy",
                        "cloud_instance_id",
                        "tags",
                        "token_hash",
                        "simulated_extra_field");
    }

    @Test
    void someRowsHaveAFieldThatNoDocumentNames() {
        assertThat(rows.stream().filter(row -> row.has("simulated_extra_field")))
                .hasSizeBetween(20, 200);
    }

    @Test
    void wordsOfTheVendorAreInCapitalsWithTheirPrefixes() {
        assertThat(values("endpoint_status")).containsExactly("CONNECTED", "DISCONNECTED", "LOST", "UNINSTALLED");
        assertThat(values("os_type"))
                .containsExactly("AGENT_OS_ANDROID", "AGENT_OS_LINUX", "AGENT_OS_MAC", "AGENT_OS_WINDOWS");
        assertThat(values("endpoint_type")).containsExactly("AGENT_TYPE_SERVER", "AGENT_TYPE_WORKSTATION");
        assertThat(values("is_isolated")).containsExactly("AGENT_ISOLATED", "AGENT_UNISOLATED");
        assertThat(values("scan_status")).allMatch(word -> word.startsWith("SCAN_STATUS_"));
        assertThat(values("content_status")).containsExactly("out_of_date", "up_to_date");
    }

    @Test
    void scalarsStandWhereListsArePromised() {
        assertThat(kinds("users")).containsExactly("list", "text");
        assertThat(kinds("active_directory")).containsExactly("list", "null", "text");
        assertThat(kinds("group_name")).containsExactly("list", "null");
    }

    @Test
    void agentsThatFellSilentHaveNoAddressesAndNoDateOfContent() {
        var silent = rows.stream().filter(row -> row.path("ip").isEmpty()).toList();

        assertThat(silent).hasSizeBetween(20, 100).allSatisfy(row -> {
            assertThat(row.path("mac_address").isEmpty()).isTrue();
            assertThat(row.path("ipv6").isEmpty()).isTrue();
            assertThat(row.path("public_ip").asString()).isEmpty();
            assertThat(row.path("users").isEmpty()).isTrue();
            assertThat(row.path("last_content_update_time").asLong(-1)).isZero();
        });
    }

    @Test
    void onlyIsolatedHostsHaveADateOfIsolation() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("isolated_date").isIntegralNumber())
                        .isEqualTo(row.path("is_isolated").asString().equals("AGENT_ISOLATED")));
    }

    @Test
    void protectionIsDescribedByJsonInAStringWhereThereIsSomethingToSay() {
        assertThat(rows).allSatisfy(row -> {
            boolean partial = row.path("operational_status").asString().equals("PARTIALLY_PROTECTED");
            assertThat(row.path("operational_status_description").isString()).isEqualTo(partial);
            assertThat(row.path("operational_status_details").isEmpty()).isNotEqualTo(partial);
        });
    }

    @Test
    void namesUsersAndGroupsAreNotAllAscii() {
        assertThat(rows).anyMatch(row -> row.path("endpoint_name").asString().contains("\u2019"));
        assertThat(rows).anyMatch(row -> row.path("users").toString().contains("ş"));
        assertThat(rows).anyMatch(row -> row.path("group_name").toString().contains("ü"));
    }

    @Test
    void domainsAreDnsNamesWorkgroupsOrNone() {
        assertThat(values("domain")).contains("corp.example", "WORKGROUP", "");
    }

    @Test
    void severalHostsBearOneName() {
        assertThat(values("endpoint_name").size()).isBetween(2_900, 2_999);
    }

    @Test
    void timesAreWholeNumbersOfMillisecondsInOrder() {
        assertThat(rows).allSatisfy(row -> {
            for (var time : List.of("first_seen", "last_seen", "install_date", "content_release_timestamp")) {
                assertThat(row.path(time).isIntegralNumber()).isTrue();
            }
            assertThat(row.path("install_date").asLong())
                    .isLessThan(row.path("first_seen").asLong());
            assertThat(row.path("first_seen").asLong())
                    .isLessThan(row.path("last_seen").asLong());
        });
    }

    private static Set<String> values(String field) {
        var values = new TreeSet<String>();
        rows.forEach(row -> values.add(row.path(field).asString("")));
        return values;
    }

    private static Set<String> kinds(String field) {
        var kinds = new TreeSet<String>();
        rows.forEach(row -> kinds.add(kind(row.path(field))));
        return kinds;
    }

    private static String kind(JsonNode value) {
        return value.isArray() ? "list" : value.isString() ? "text" : value.isNull() ? "null" : "other";
    }
}
