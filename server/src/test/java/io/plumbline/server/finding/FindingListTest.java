package io.plumbline.server.finding;

import static io.plumbline.server.rest.Cve.cve;
import static io.plumbline.server.rest.Device.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the list shows, filter by filter, and what a finding looks like. */
class FindingListTest extends InventoryRestSuite {

    private static final String DAY_1 = "2026-03-01T01:00:00Z";
    private static final String DAY_2 = "2026-03-02T01:00:00Z";
    private static final String DAY_3 = "2026-03-03T01:00:00Z";

    private final Map<String, String> ids = new TreeMap<>();

    /** Open at last: seven. Fixed: 1002 on alpha. Resurfaced: 1001 on beta. Withheld: 1001 on gone, whose asset is archived. */
    @BeforeEach
    void sync() {
        int one = syncs.connector("one");
        int two = syncs.connector("two");
        Device gone = named("gone").operatingSystem("Windows 11").tags("prod");
        List<Device> stay = List.of(
                named("alpha")
                        .operatingSystem("Windows 11")
                        .tags("prod", "Straße")
                        .attribute("group_name", "Servers"),
                named("beta")
                        .tags("test")
                        .attribute("group_name", "Desk")
                        .attribute("endpoint_type", "AGENT_TYPE_SERVER"),
                named("Twin").operatingSystem("Windows 11").tags("test"),
                named("Twin").id("id-twin-2").tags("prod"));
        Cve worst = cve(1001, "alpha", "beta", "gone")
                .score("9.80")
                .products("Acme Web", "Zwölf")
                .description("Bad.");
        Cve high = cve(1002, "Twin").score("7.5");
        Cve low = cve(1003, "beta", "Twin").word("LOW");
        clock.set(DAY_1);
        syncs.syncDevices(
                one, with(stay, gone), worst, cve(1002, "alpha", "Twin").score("7.5"), low);
        clock.set(DAY_2);
        Cve lessOfWorst = cve(1001, "alpha", "gone")
                .score("9.80")
                .products("Acme Web", "Zwölf")
                .description("Bad.");
        syncs.syncDevices(one, stay, lessOfWorst, high, low, cve(1004, "alpha").score("5.0"));
        clock.set(DAY_3);
        syncs.syncDevices(one, stay, worst, high, low, cve(1004, "alpha").score("5.0"));
        syncs.syncDevices(two, List.of(named("alpha")), cve(1001, "alpha").score("6.1"));
        ids.put("one", Integer.toString(one));
        ids.put("two", Integer.toString(two));
        jdbc.sql("select external_id, connector_id || '-' || id from asset where connector_id = :one")
                .param("one", one)
                .query(row -> {
                    ids.put(row.getString(1), row.getString(2));
                });
        jdbc.sql("select name, id::text from weakness").query(row -> {
            ids.put(row.getString(1), row.getString(2));
        });
    }

    private static List<Device> with(List<Device> some, Device another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    /** Findings as {@code 1001 alpha}, of the second connector as {@code 1001 alpha two}, sorted. */
    private List<String> shown(String query) throws Exception {
        RestReply reply = get("/findings?" + filled(query));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.total()).isEqualTo(reply.body().get("items").size());
        assertThat(reply.body().get("totalIsExact").booleanValue()).isTrue();
        return reply.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue().replace("CVE-2026-", "") + " "
                        + item.get("assetName").stringValue()
                        + (item.get("connectorId").stringValue().equals(ids.get("two")) ? " two" : ""))
                .sorted()
                .toList();
    }

    /** With ids for {@code {alpha}}, and encoded. */
    private String filled(String query) {
        StringBuilder encoded = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=') + 1;
            String value = parameter.substring(equals);
            if (value.startsWith("{")) {
                value = ids.get(value.substring(1, value.length() - 1));
            }
            encoded.append('&').append(parameter, 0, equals).append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return encoded.substring(1);
    }

    @Test
    void withoutFiltersItShowsWhatIsOpenInTheInventory() throws Exception {
        assertThat(shown(""))
                .containsExactly(
                        "1001 alpha",
                        "1001 alpha two",
                        "1001 beta",
                        "1002 Twin",
                        "1003 Twin",
                        "1003 beta",
                        "1004 alpha");
    }

    @Test
    void byState() throws Exception {
        assertThat(shown("state=FIXED")).containsExactly("1002 alpha");
        assertThat(shown("state=resurfaced")).containsExactly("1001 beta");
        assertThat(shown("state=ACTIVE")).hasSize(6).doesNotContain("1001 beta", "1002 alpha");
        assertThat(shown("state=FIXED&state=RESURFACED")).containsExactly("1001 beta", "1002 alpha");
        assertThat(shown("state=ACTIVE&state=RESURFACED&state=FIXED")).hasSize(8);
    }

    @Test
    void whatIsWithheldIsShownOnlyToWhoAsksForIt() throws Exception {
        assertThat(shown("withheld=ASSET_ARCHIVED")).containsExactly("1001 gone");
        assertThat(shown("withheld=NO_ASSET&withheld=asset_archived")).containsExactly("1001 gone");
        assertThat(shown("withheld=NO_ASSET")).isEmpty();
        assertThat(shown("withheld=ASSET_ARCHIVED&state=FIXED")).isEmpty();
        assertThat(shown("q=gone")).isEmpty();
    }

    @Test
    void byConnector() throws Exception {
        assertThat(shown("connectorId={two}")).containsExactly("1001 alpha two");
        assertThat(shown("connectorId={one}&connectorId={two}")).hasSize(7);
        assertThat(shown("connectorId=999")).isEmpty();
        assertThat(shown("connectorId=none")).isEmpty();
    }

    @Test
    void byAsset() throws Exception {
        assertThat(shown("assetId={id-alpha}")).containsExactly("1001 alpha", "1004 alpha");
        assertThat(shown("assetId={id-beta}&assetId={id-twin-2}"))
                .containsExactly("1001 beta", "1002 Twin", "1003 Twin", "1003 beta");
    }

    @Test
    void anArchivedAssetHasNoFindingsInTheInventoryButKeepsTheWithheld() throws Exception {
        assertThat(shown("assetId={id-gone}")).isEmpty();
        assertThat(shown("assetId={id-gone}&withheld=ASSET_ARCHIVED")).containsExactly("1001 gone");
    }

    @Test
    void anIdThatIsNoneOfOursMatchesNothing() throws Exception {
        String alpha = ids.get("id-alpha");
        String ofOtherConnector = ids.get("two") + alpha.substring(alpha.indexOf('-'));
        for (String id : List.of("1-99999999", ofOtherConnector, "17", "x", "1-2-3", "99999999999-1")) {
            assertThat(shown("assetId=" + id)).as(id).isEmpty();
        }
        for (String id : List.of("99999999", "1-1", "x", "' or 1=1")) {
            assertThat(shown("weaknessId=" + id)).as(id).isEmpty();
        }
        assertThat(shown("weaknessId=x&weaknessId={CVE-2026-1004}")).containsExactly("1004 alpha");
    }

    @Test
    void byWeakness() throws Exception {
        assertThat(shown("weaknessId={CVE-2026-1001}")).containsExactly("1001 alpha", "1001 alpha two", "1001 beta");
        assertThat(shown("weaknessId={CVE-2026-1002}&state=FIXED")).containsExactly("1002 alpha");
    }

    @Test
    void bySeverityOfItsOwnConnector() throws Exception {
        assertThat(shown("severity=CRITICAL")).containsExactly("1001 alpha", "1001 beta");
        assertThat(shown("severity=medium")).containsExactly("1001 alpha two", "1004 alpha");
        assertThat(shown("severity=LOW&severity=HIGH")).containsExactly("1002 Twin", "1003 Twin", "1003 beta");
    }

    @Test
    void byTextInItsNameOrItsAssetsName() throws Exception {
        assertThat(shown("q=TWI")).containsExactly("1002 Twin", "1003 Twin");
        assertThat(shown("q=cve-2026-1004")).containsExactly("1004 alpha");
        assertThat(shown("q=100")).hasSize(7);
        assertThat(shown("q=bet&q=1004")).containsExactly("1001 beta", "1003 beta", "1004 alpha");
        assertThat(shown("q=a")).hasSize(7 - 2).doesNotContain("1002 Twin");
        assertThat(shown("q=bad")).isEmpty();
    }

    @Test
    void byTimesWhichAreThemselvesNeitherAfterNorBefore() throws Exception {
        assertThat(shown("firstObservedAfter=" + DAY_1)).containsExactly("1001 alpha two", "1004 alpha");
        assertThat(shown("firstObservedAfter=" + DAY_2)).containsExactly("1001 alpha two");
        assertThat(shown("firstObservedBefore=" + DAY_2)).hasSize(5).contains("1001 beta");
        assertThat(shown("firstObservedAfter=" + DAY_1 + "&firstObservedBefore=" + DAY_3))
                .containsExactly("1004 alpha");
        assertThat(shown("state=FIXED&fixedAfter=" + DAY_1)).containsExactly("1002 alpha");
        assertThat(shown("state=FIXED&fixedAfter=" + DAY_2)).isEmpty();
        assertThat(shown("state=FIXED&fixedBefore=" + DAY_3)).containsExactly("1002 alpha");
        assertThat(shown("fixedAfter=" + DAY_1)).isEmpty();
    }

    @Test
    void byProduct() throws Exception {
        assertThat(shown("product=acme web")).containsExactly("1001 alpha", "1001 beta");
        assertThat(shown("product=ZWÖLF")).containsExactly("1001 alpha", "1001 beta");
        assertThat(shown("product=acme")).isEmpty();
    }

    @Test
    void byWhatOneOfItsAssetsIs() throws Exception {
        assertThat(shown("operatingSystem=windows 11"))
                .containsExactly("1001 alpha", "1002 Twin", "1003 Twin", "1004 alpha");
        assertThat(shown("tag=PROD&connectorId={one}"))
                .containsExactly("1001 alpha", "1002 Twin", "1003 Twin", "1004 alpha");
        assertThat(shown("tag=STRAßE")).containsExactly("1001 alpha", "1004 alpha");
        assertThat(shown("group=servers&group=DESK"))
                .containsExactly("1001 alpha", "1001 beta", "1003 beta", "1004 alpha");
        assertThat(shown("endpointType=agent_type_server")).containsExactly("1001 beta", "1003 beta");
        assertThat(shown("tag=pro")).isEmpty();
    }

    @Test
    void oneAssetHasToHaveAllThatIsAskedOfAssets() throws Exception {
        assertThat(shown("operatingSystem=Windows 11&tag=test")).containsExactly("1002 Twin", "1003 Twin");
        assertThat(shown("operatingSystem=Windows 11&tag=prod")).containsExactly("1001 alpha", "1004 alpha");
        assertThat(shown("assetId={id-twin-2}&tag=test")).isEmpty();
    }

    @Test
    void whatOnlyArchivedAssetsAreIsAskedOfTheWithheld() throws Exception {
        assertThat(shown("withheld=ASSET_ARCHIVED&operatingSystem=Windows 11&tag=prod"))
                .containsExactly("1001 gone");
        assertThat(shown("withheld=ASSET_ARCHIVED&operatingSystem=Linux")).isEmpty();
    }

    @Test
    void filtersNarrowTogether() throws Exception {
        assertThat(shown("q=1001&severity=CRITICAL&operatingSystem=Windows 11&product=Acme Web"))
                .containsExactly("1001 alpha");
        assertThat(shown("q=alpha&tag=test")).isEmpty();
    }

    @Test
    void aConnectorOnItsWayOutIsInNoListAtOnce() throws Exception {
        String id = get("/findings?connectorId=" + ids.get("two")).items("id").getFirst();
        syncs.delete(Integer.parseInt(ids.get("two")));

        assertThat(shown("")).hasSize(6).doesNotContain("1001 alpha two");
        assertThat(shown("connectorId={two}")).isEmpty();
        assertThat(get("/findings/" + id).status()).isEqualTo(404);
    }

    @Test
    void aFindingTellsAllThatTheContractNames() throws Exception {
        JsonNode finding = get("/findings?q=beta&severity=CRITICAL").body().at("/items/0");

        String beta = ids.get("id-beta");
        String id = finding.get("id").stringValue();
        assertThat(id).matches(ids.get("one") + "-\\d+-" + ids.get("CVE-2026-1001"));
        assertThat(finding.toString())
                .isEqualTo("""
                {"id":"%s","connectorId":"%s","name":"CVE-2026-1001","cves":["CVE-2026-1001"],"assetName":"beta",\
                "assetIds":["%s"],"assetCount":1,"weaknessId":"%s","severity":"CRITICAL","severityScore":9.8,"vendorSeverity":null,\
                "state":"RESURFACED","firstObservedAt":"%s","lastObservedAt":"%s","fixedAt":null,"fixedReason":null,\
                "fixedBySyncId":null,"withheld":null,"description":"Bad."}""".formatted(id, ids.get("one"), beta, ids.get("CVE-2026-1001"), DAY_1, DAY_3));
        assertThat(get("/findings/" + id).body()).isEqualTo(finding);
    }

    @Test
    void whatTheVendorsWordRatedHasNoScoreAndWhatIsNoCveHasNoCves() throws Exception {
        int three = syncs.connector("three");
        syncs.sync(three, List.of("host"), Cve.named("WEAK CIPHER", "host").word("High"));

        JsonNode finding = get("/findings?connectorId=" + three).body().at("/items/0");

        assertThat(finding.get("severity").stringValue()).isEqualTo("HIGH");
        assertThat(finding.get("severityScore").isNull()).isTrue();
        assertThat(finding.get("vendorSeverity").stringValue()).isEqualTo("High");
        assertThat(finding.get("cves").isEmpty()).isTrue();
    }

    @Test
    void aHundredAssetsOfAFindingAreNamedAndAllAreCounted() throws Exception {
        int three = syncs.connector("three");
        List<String> hosts = IntStream.range(0, 103)
                .mapToObj(number -> "localhost#" + number)
                .toList();
        syncs.sync(three, hosts, cve(1, "localhost"));

        JsonNode finding = get("/findings?connectorId=" + three).body().at("/items/0");

        assertThat(finding.get("assetIds").size()).isEqualTo(100);
        assertThat(finding.get("assetCount").intValue()).isEqualTo(103);
    }

    @Test
    void whatIsUnknownIsNotFound() throws Exception {
        String id = get("/findings").items("id").getFirst();
        for (String unknown :
                List.of("1-1-99999", "x", "1-1", id + "0", "0" + id, "99999999999-1-1", "1-1-1-1", "-1-1-1")) {
            assertThat(get("/findings/" + unknown).status()).as(unknown).isEqualTo(404);
        }
    }

    @Test
    void theListIsExportedAsItIsFiltered() throws Exception {
        HttpResponse<String> csv = send("/findings?state=FIXED", "text/csv");
        HttpResponse<String> lines = send("/findings?severity=CRITICAL", "application/x-ndjson");

        assertThat(csv.body().lines().toList())
                .hasSize(2)
                .satisfies(rows -> assertThat(rows.getFirst()).startsWith("id,name,assetName,severity,severityScore"))
                .satisfies(rows ->
                        assertThat(rows.getLast()).contains(",CVE-2026-1002,alpha,HIGH,7.5,", DAY_2, "NOT_RETURNED"));
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.contains("\"severity\":\"CRITICAL\""));
    }
}
