package io.plumbline.server.asset;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which assets a list shows, and what of them. */
class AssetListTest extends InventoryRestSuite {

    /** Queries as a person would write them, and the names that the list then has, in its order. */
    private static final String FILTERED = """
                                                     | alpha, Beta-100%, delta, ÇELİK
            status=ACTIVE                            | alpha, Beta-100%, delta, ÇELİK
            status=archived                          | gamma
            status=ACTIVE&status=ARCHIVED            | alpha, Beta-100%, delta, gamma, ÇELİK
            vendorStatus=connected                   | alpha
            vendorStatus=CONNECTED&status=ARCHIVED   | gamma
            vendorStatus=DISCONNECTED&vendorStatus=connected | alpha, Beta-100%
            vendorStatus=verloren-ü                  | ÇELİK
            vendorStatus=VERLOREN-Ü                  | ÇELİK
            vendorStatus=CONNECT                     |
            operatingSystem=WINDOWS 11 PRO           | alpha
            operatingSystem=indigo linux             | Beta-100%
            operatingSystem=windows                  |
            operatingSystem=linux                    | delta
            endpointType=agent_type_server           | Beta-100%
            endpointType=agent_type_server&endpointType=AGENT_TYPE_WORKSTATION | alpha, Beta-100%
            group=istanbul                           | alpha
            group=ISTANBUL                           | alpha
            tag=FINANCE                              | alpha
            tag=finance and more&tag=VIP             | alpha, Beta-100%
            tag=vip&operatingSystem=INDIGO LINUX     |
            severity=CRITICAL                        | alpha
            severity=medium                          | alpha, Beta-100%
            severity=CRITICAL&severity=LOW           | alpha, delta
            severity=HIGH                            |
            severity=MEDIUM&status=ARCHIVED          |
            severity=MEDIUM&status=ARCHIVED&status=ACTIVE | alpha, Beta-100%
            severity=MEDIUM&vendorStatus=disconnected&lastObservedBefore=2026-03-09T00:00:00Z | Beta-100%
            lastObservedBefore=2026-03-08T08:00:00Z  | delta, ÇELİK
            lastObservedAfter=2026-03-08T08:00:00Z   | alpha
            lastObservedAfter=2026-03-06T08:00:00Z&lastObservedBefore=2026-03-08T08:00:01Z | Beta-100%, ÇELİK
            tag=vip&lastObservedAfter=2026-03-08T00:00:00Z&severity=CRITICAL&q=alp | alpha
            sort=-exposure&tag=vip&q=a               | alpha
            sort=lastObservedAt&severity=MEDIUM      | Beta-100%, alpha
            """;

    private static final String FOUND = """
            ALPHA                                    | alpha
            a-1                                      | Beta-100%
            corp.EXAMPLE                             | alpha
            10.20.30.40                              | alpha
            .20.3                                    | alpha
            192.0.2.7                                | alpha
            2001:DB8                                 | alpha
            5E:10                                    | alpha
            çel                                      | ÇELİK
            ÇELİ                                     | ÇELİK
            ç                                        | ÇELİK
            ta                                       | Beta-100%, delta
            t                                        | Beta-100%, delta
            %                                        | Beta-100%
            0%                                       | Beta-100%
            _                                        |
            alph_                                    |
            %lpha                                    |
            \\                                       |
            alpha\\                                  |
            40192                                    |
            vip                                      |
            """;

    private int head;
    private int branch;

    /** Five devices of two connectors, one of which is archived at once, and findings on some. */
    @BeforeEach
    void sync() {
        head = syncs.connector("head office");
        branch = syncs.connector("branch");
        Device alpha = Device.named("alpha")
                .operatingSystem("Windows 11 Pro")
                .fqdn("alpha.corp.example")
                .ipv4("10.20.30.40", "192.0.2.7")
                .ipv6("2001:db8::7")
                .mac("02:00:5e:10:00:07")
                .tags("Finance", "vip")
                .attribute("endpoint_type", "AGENT_TYPE_WORKSTATION")
                .attribute("group_name", "Head Office", "Istanbul")
                .attribute("users", "ann", "bob")
                .attribute("os_version", "10.0.26100")
                .seen("2026-01-01T00:00:00Z", "2026-03-09T08:00:00Z");
        Device beta = Device.named("Beta-100%")
                .operatingSystem("INDIGO Linux")
                .tags("finance and more")
                .attribute("endpoint_type", "AGENT_TYPE_SERVER")
                .vendorStatus("DISCONNECTED")
                .seen("2026-02-01T00:00:00Z", "2026-03-08T08:00:00Z");
        Device gamma = Device.named("gamma").seen("2025-06-01T00:00:00Z", "2026-03-10T08:00:00Z");
        syncs.syncDevices(head, List.of(alpha, beta, gamma));
        syncs.syncDevices(
                head,
                List.of(alpha, beta),
                cve(1, "alpha").score("9.8"),
                cve(2, "alpha", "Beta-100%", "gamma").score("5.0"),
                cve(3, "alpha").score("5.5"));
        syncs.syncDevices(
                branch,
                List.of(
                        Device.named("ÇELİK")
                                .operatingSystem(null)
                                .vendorStatus("Verloren-Ü")
                                .seen("2026-03-01T00:00:00Z", "2026-03-07T08:00:00Z"),
                        Device.named("delta").vendorStatus(null).seen("2026-03-02T00:00:00Z", "2026-03-06T08:00:00Z")),
                cve(4, "delta").score("1.0"));
    }

    @Test
    void theAssetsOfAWeaknessAreAsManyAsItAffects() throws Exception {
        Map<String, String> expected = Map.of(
                "1", "alpha",
                "2", "alpha, Beta-100%", // and gamma, which is archived
                "3", "alpha",
                "4", "delta");
        for (JsonNode weakness : get("/weaknesses").body().get("items")) {
            String filter = "weaknessId=" + weakness.get("id").asString();
            String names = expected.get(weakness.get("name").asString().replaceFirst(".*-0*", ""));
            for (String sort : List.of("name", "firstObservedAt", "-exposure", "lastObservedAt")) {
                assertThat(Set.of(names(filter + "&sort=" + sort).split(", ")))
                        .as(weakness + " by " + sort)
                        .isEqualTo(Set.of(names.split(", ")));
            }
            assertThat(get("/assets?" + filter).total())
                    .isEqualTo(weakness.get("affectedAssetCount").longValue());
            assertThat(names(filter + "&status=ARCHIVED")).isEmpty();
        }
        assertThat(names("weaknessId=4711&weaknessId=nobody")).isEmpty();
    }

    @Test
    void theAssetsOfAWeaknessAreThoseOfTheConnectorsAskedForAndOfOneNameEach() throws Exception {
        syncs.sync(head, List.of("one", "two", "twin", "twin#2"), cve(9, "one", "two", "twin"));
        syncs.sync(head, List.of("one", "two", "twin", "twin#2"), cve(9, "one", "twin"));
        syncs.sync(branch, List.of("far"), cve(9, "far"), cve(8, "far"));
        String id = get("/weaknesses?q=CVE-2026-9").body().at("/items/0/id").asString();

        assertThat(names("weaknessId=" + id)).isEqualTo("far, one, twin, twin");
        assertThat(names("weaknessId=" + id + "&connectorId=" + head)).isEqualTo("one, twin, twin");
        assertThat(names("weaknessId=" + id + "&connectorId=" + branch)).isEqualTo("far");
        assertThat(names("weaknessId=" + id + "&q=tw")).isEqualTo("twin, twin");
        assertThat(names("weaknessId=" + id + "&weaknessId=" + id + "&weaknessId=x"))
                .isEqualTo("far, one, twin, twin");
        for (String connector : List.of("", "&connectorId=" + head, "&connectorId=" + branch, "&connectorId=4711")) {
            long affected = get("/weaknesses?q=CVE-2026-9" + connector)
                    .body()
                    .at("/items/0/affectedAssetCount")
                    .asLong(0);
            assertThat(get("/assets?limit=1&weaknessId=" + id + connector).total())
                    .as(connector)
                    .isEqualTo(affected);
        }
        String both = "weaknessId=" + id + "&weaknessId="
                + get("/weaknesses?q=CVE-2026-8").body().at("/items/0/id").asString();
        assertThat(get("/assets?" + both).total())
                .as("who has both counts once")
                .isEqualTo(4);
    }

    @Test
    void aFilterLeavesThoseThatHaveIt() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String> filtered : cases(FILTERED).entrySet()) {
            softly.assertThat(names(filtered.getKey())).as(filtered.getKey()).isEqualTo(filtered.getValue());
        }
        softly.assertAll();
    }

    @Test
    void textIsFoundAnywhereInNameAndAddresses() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String> found : cases(FOUND).entrySet()) {
            for (String query : List.of("q=", "q=nowhere&q=", "sort=-name&q=", "sort=-exposure&q=")) {
                softly.assertThat(names(query + found.getKey()).split(", ", -1))
                        .as(query + found.getKey())
                        .containsExactlyInAnyOrder(found.getValue().split(", ", -1));
            }
        }
        softly.assertAll();
    }

    @Test
    void aConnectorsAssetsAreListedByItsId() throws Exception {
        assertThat(names("connectorId=" + head)).isEqualTo("alpha, Beta-100%");
        assertThat(names("connectorId=" + head + "&connectorId=" + branch)).isEqualTo("alpha, Beta-100%, delta, ÇELİK");
        assertThat(names("connectorId=4711")).isEmpty();
        assertThat(names("connectorId=x&connectorId=" + branch)).isEqualTo("delta, ÇELİK");
        assertThat(get("/assets?status=ACTIVE&status=ARCHIVED&connectorId=" + head)
                        .total())
                .isEqualTo(3);
    }

    @Test
    void whatAConnectorBroughtIsGoneFromTheMomentOfItsDeletion() throws Exception {
        String id = get("/assets?q=alpha").items("id").getFirst();
        syncs.delete(head);

        for (String query :
                List.of("", "status=ARCHIVED", "q=alpha", "tag=vip", "severity=CRITICAL", "sort=-exposure")) {
            assertThat(names(query)).as(query).doesNotContain("alpha", "gamma");
        }
        assertThat(get("/assets").total()).isEqualTo(2);
        assertThat(get("/assets?connectorId=" + head).total()).isZero();
        assertThat(get("/assets/" + id).status()).isEqualTo(404);
        assertThat(send("/assets?status=ACTIVE&status=ARCHIVED", "application/x-ndjson")
                        .body()
                        .lines())
                .hasSize(2);
    }

    @Test
    void anAssetIsShownWithAllThatIsKnownOfIt() throws Exception {
        RestReply list = get("/assets?q=alpha");
        JsonNode shown = list.body().get("items").get(0);

        assertThat(shown).isEqualTo(new JsonMapper().readTree("""
                {"id": "%s", "connectorId": "%d", "externalId": "id-alpha", "name": "alpha", "assetClass": "DEVICE",
                 "status": "ACTIVE", "archivedReason": null, "archivedAt": null, "vendorStatus": "CONNECTED",
                 "ipv4Addresses": ["10.20.30.40", "192.0.2.7"], "ipv6Addresses": ["2001:db8::7"],
                 "macAddresses": ["02:00:5e:10:00:07"], "operatingSystem": "Windows 11 Pro", "fqdn": "alpha.corp.example",
                 "firstObservedAt": "2026-01-01T00:00:00Z", "lastObservedAt": "2026-03-09T08:00:00Z",
                 "lastObservedInFuture": false,
                 "externalTags": ["Finance", "vip"],
                 "customAttributes": {"users": ["ann", "bob"], "group_name": ["Head Office", "Istanbul"], "os_version": "10.0.26100",
                                      "endpoint_type": "AGENT_TYPE_WORKSTATION"},
                 "openFindings": {"CRITICAL": 1, "HIGH": 0, "MEDIUM": 2, "LOW": 0, "INFO": 0}}
                """.formatted(
                                shown.get("id").stringValue(), head)));
        assertThat(get("/assets/" + shown.get("id").stringValue()).body()).isEqualTo(shown);
    }

    @Test
    void aLastObservationInTheFutureIsKeptAndMarked() throws Exception {
        syncs.syncDevices(
                branch, List.of(Device.named("ahead").seen("2026-01-01T00:00:00Z", "2026-03-10T12:00:00.001Z")));

        JsonNode ahead = get("/assets?q=ahead").body().at("/items/0");
        assertThat(ahead.get("lastObservedAt").stringValue()).isEqualTo("2026-03-10T12:00:00.001Z");
        assertThat(ahead.get("lastObservedInFuture").booleanValue()).isTrue();

        clock.set("2026-03-10T12:00:01Z");
        assertThat(get("/assets?q=ahead")
                        .body()
                        .at("/items/0/lastObservedInFuture")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void anArchivedAssetSaysWhyAndHasNoOpenFindingsEvenIfItsNamesakeHas() throws Exception {
        clock.set("2026-03-11T12:00:00Z");
        syncs.syncDevices(
                head,
                List.of(Device.named("alpha").id("another").seen("2026-03-11T00:00:00Z", "2026-03-11T00:00:00Z")),
                cve(1, "alpha").score("9.8"));

        JsonNode archived =
                get("/assets?status=ARCHIVED&q=alpha").body().get("items").get(0);
        JsonNode active = get("/assets?q=alpha").body().get("items").get(0);

        assertThat(archived.get("externalId").stringValue()).isEqualTo("id-alpha");
        assertThat(archived.get("status").stringValue()).isEqualTo("ARCHIVED");
        assertThat(archived.get("archivedReason").stringValue()).isEqualTo("NOT_RETURNED");
        assertThat(archived.get("archivedAt").stringValue()).isEqualTo("2026-03-11T12:00:00Z");
        assertThat(archived.get("openFindings").valueStream()).allMatch(count -> count.intValue() == 0);
        assertThat(active.get("externalId").stringValue()).isEqualTo("another");
        assertThat(active.get("openFindings").get("CRITICAL").intValue()).isOne();
        assertThat(get("/assets?q=alpha&severity=CRITICAL&status=ACTIVE&status=ARCHIVED")
                        .items("externalId"))
                .containsExactly("another");
        assertThat(get("/assets?q=alpha&sort=exposure&status=ACTIVE&status=ARCHIVED")
                        .items("externalId"))
                .containsExactly("another", "id-alpha");
    }

    @Test
    void aFixedFindingIsNotOpen() throws Exception {
        syncs.syncDevices(branch, List.of(Device.named("delta")), cve(5).score("9.0"));

        assertThat(names("severity=LOW")).isEmpty();
        assertThat(get("/assets?q=delta").body().at("/items/0/openFindings/LOW").intValue())
                .isZero();
    }

    @Test
    void anArchivedAssetIsShownByItsId() throws Exception {
        String id = get("/assets?status=ARCHIVED").items("id").getFirst();

        RestReply reply = get("/assets/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("name").stringValue()).isEqualTo("gamma");
    }

    @Test
    void anIdThatNoAssetHasIsNotFound() throws Exception {
        for (String id :
                List.of("1", "999-1", "0-0", "-1-1", "1-2-3", "x", "99999999999-1", "1-1'--", head + "-999999")) {
            assertThat(get("/assets/" + id).status()).as(id).isEqualTo(404);
        }
    }

    /** What stands before and behind the bar of each line. */
    private static Map<String, String> cases(String lines) {
        Map<String, String> cases = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int bar = line.lastIndexOf('|');
            cases.put(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
        return cases;
    }

    private String names(String query) throws Exception {
        StringBuilder encoded = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            int is = parameter.indexOf('=');
            if (is > 0) {
                encoded.append(encoded.isEmpty() ? "?" : "&")
                        .append(parameter, 0, is + 1)
                        .append(URLEncoder.encode(parameter.substring(is + 1), StandardCharsets.UTF_8));
            }
        }
        RestReply reply = get("/assets" + encoded);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.total()).isEqualTo(reply.items("name").size());
        return String.join(", ", reply.items("name"));
    }
}
