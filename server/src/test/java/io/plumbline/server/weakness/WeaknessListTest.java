package io.plumbline.server.weakness;

import static io.plumbline.server.rest.Cve.cve;
import static io.plumbline.server.rest.Cve.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the list of weaknesses lists, of one connector. */
class WeaknessListTest extends InventoryRestSuite {

    private int connector;

    @BeforeEach
    void sync() {
        connector = syncs.connector("one");
        syncs.sync(
                connector,
                List.of("alpha", "beta", "beta#2"),
                cve(1, "alpha", "beta")
                        .score("9.8")
                        .description("Heap overflow in ÖBB's 100%_safe parser")
                        .products("parser 1", "parser, 2")
                        .published("2026-01-02T03:04:05Z")
                        .exploitability("3.9")
                        .impact("5.9")
                        .type("Remote"),
                cve(2, "alpha").score("9.8"),
                cve(3, "beta").word("HIGH"),
                named("VENDOR-İ7", "alpha").score("4.0").description("İSTANBUL"),
                cve(5, "nobody").score("7.5"),
                cve(6).score("2.5"),
                cve(7, "alpha").score("10.0").excluded());
    }

    @Test
    void aWeaknessIsShownWithAllThatIsKnownOfIt() throws Exception {
        JsonNode first = get("/weaknesses?q=cve-2026-1").body().at("/items/0");

        assertThat(first.toString()).isEqualTo("""
                {"id":"%s","name":"CVE-2026-1","cves":["CVE-2026-1"],"severity":"CRITICAL","severityScore":9.8,\
                "description":"Heap overflow in ÖBB's 100%%_safe parser","connectorIds":["%d"],\
                "affectedProducts":["parser 1","parser, 2"],"publishedAt":"2026-01-02T03:04:05Z",\
                "exploitabilityScore":3.9,"impactScore":5.9,"type":"Remote","affectedAssetCount":3,"openFindingCount":2,\
                "fixedFindingCount":0,"firstObservedAt":"2026-03-10T12:00:00Z","lastObservedAt":"2026-03-10T12:00:00Z"}""".formatted(first.get("id").stringValue(), connector));
        assertThat(get("/weaknesses/" + first.get("id").stringValue()).body()).isEqualTo(first);
    }

    @Test
    void theWorstComeFirstAndOnlyThoseWithAnOpenFinding() throws Exception {
        RestReply list = get("/weaknesses");

        assertThat(list.items("name")).containsExactly("CVE-2026-2", "CVE-2026-1", "CVE-2026-3", "VENDOR-İ7");
        assertThat(list.items("severity")).containsExactly("CRITICAL", "CRITICAL", "HIGH", "MEDIUM");
        assertThat(list.total()).isEqualTo(4);
        assertThat(list.body().get("totalIsExact").booleanValue()).isTrue();
        assertThat(list.body().get("nextCursor").isNull()).isTrue();
        assertThat(get("/weaknesses?open=true").body()).isEqualTo(list.body());
    }

    @Test
    void allAreListedWhenAskedForButThoseThatTheConsoleSetAsideBeforeTheyHadAFinding() throws Exception {
        RestReply list = get("/weaknesses?open=false");

        assertThat(list.items("name"))
                .containsExactly("CVE-2026-2", "CVE-2026-1", "CVE-2026-5", "CVE-2026-3", "VENDOR-İ7", "CVE-2026-6");
        assertThat(list.total()).isEqualTo(6);
    }

    @Test
    void aWeaknessThatTheConsoleSetsAsideIsFixedAndStaysKnown() throws Exception {
        clock.set("2026-03-11T12:00:00Z");
        syncs.sync(
                connector,
                List.of("alpha", "beta", "beta#2"),
                cve(1, "alpha").score("9.8").excluded());

        assertThat(get("/weaknesses").items("name")).isEmpty();
        JsonNode fixed = get("/weaknesses?open=false&q=2026-1").body().at("/items/0");
        assertThat(fixed.get("fixedFindingCount").intValue()).isEqualTo(2);
        assertThat(fixed.get("openFindingCount").intValue()).isZero();
        assertThat(fixed.get("affectedAssetCount").intValue()).isZero();
    }

    @Test
    void withheldFindingsCountNowhere() throws Exception {
        clock.set("2026-03-11T12:00:00Z");
        syncs.sync(
                connector,
                List.of("beta", "beta#2"),
                cve(1, "alpha", "beta").score("9.8"),
                cve(2, "alpha").score("9.8"));

        RestReply list = get("/weaknesses");
        assertThat(list.items("name")).containsExactly("CVE-2026-1");
        assertThat(list.items("openFindingCount")).containsExactly("1");
        assertThat(list.items("affectedAssetCount")).containsExactly("2");
        JsonNode withheld = get("/weaknesses?open=false&q=2026-2").body().at("/items/0");
        assertThat(withheld.get("openFindingCount").intValue()).isZero();
        assertThat(withheld.get("fixedFindingCount").intValue()).isZero();
    }

    @Test
    void whatWasLastObservedIsTheLastCompleteSyncThatListedIt() throws Exception {
        clock.set("2026-03-11T12:00:00Z");
        syncs.sync(
                connector, List.of("alpha", "beta", "beta#2"), cve(1, "alpha").score("9.8"));
        clock.set("2026-03-12T12:00:00Z");
        syncs.sync(
                connector, List.of("alpha", "beta", "beta#2"), cve(2, "alpha").score("9.8"));
        clock.set("2026-03-13T12:00:00Z");
        syncs.syncWithGaps(
                connector, List.of("alpha", "beta", "beta#2"), cve(8, "alpha").score("9.8"));

        assertThat(observed(1)).containsExactly("2026-03-10T12:00:00Z", "2026-03-11T12:00:00Z");
        assertThat(observed(2)).containsExactly("2026-03-10T12:00:00Z", "2026-03-12T12:00:00Z");
        assertThat(observed(8)).containsExactly("2026-03-13T12:00:00Z", "2026-03-13T12:00:00Z");
    }

    private List<String> observed(int number) throws Exception {
        JsonNode found = get("/weaknesses?open=false&q=2026-" + number).body().at("/items/0");
        return List.of(
                found.get("firstObservedAt").stringValue(),
                found.get("lastObservedAt").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
        "severity=critical, CVE-2026-2 CVE-2026-1",
        "severity=HIGH&severity=Medium, CVE-2026-3 VENDOR-İ7",
        "severity=LOW, ''",
        "severity=LOW&open=false, CVE-2026-6",
        "q=HEAP, CVE-2026-1",
        "q=%C3%B6bb, CVE-2026-1",
        "q=100%25_s, CVE-2026-1",
        "q=1__%25, ''",
        "q=vendor-, VENDOR-İ7",
        "q=i%CC%87stanbul, VENDOR-İ7",
        "q=heap&q=2026-3, CVE-2026-1 CVE-2026-3",
        "q=heap&severity=HIGH, ''",
        "q=, CVE-2026-2 CVE-2026-1 CVE-2026-3 VENDOR-İ7",
        "connectorId=0, ''",
        "connectorId=x, ''"
    })
    void filtersSelect(String query, String names) throws Exception {
        RestReply list = get("/weaknesses?" + query);

        assertThat(String.join(" ", list.items("name"))).isEqualTo(names);
        assertThat(list.total()).isEqualTo(list.items("name").size());
    }

    @Test
    void anExportHasWhatTheListHas() throws Exception {
        String query = "/weaknesses?severity=CRITICAL&sort=name";

        assertThat(send(query, "application/x-ndjson").body().lines())
                .isEqualTo(get(query)
                        .body()
                        .get("items")
                        .valueStream()
                        .map(JsonNode::toString)
                        .toList());
        String[] csv = send(query, "text/csv").body().split("\r\n");
        assertThat(csv).hasSize(3);
        assertThat(csv[0])
                .isEqualTo("id,name,severity,severityScore,affectedAssetCount,openFindingCount,fixedFindingCount,"
                        + "firstObservedAt,lastObservedAt,publishedAt,exploitabilityScore,impactScore,type,"
                        + "affectedProducts,connectorIds,description");
        assertThat(csv[1])
                .endsWith(
                        ",CVE-2026-1,CRITICAL,9.8,3,2,0,2026-03-10T12:00:00Z,2026-03-10T12:00:00Z,2026-01-02T03:04:05Z,"
                                + "3.9,5.9,Remote,\"parser 1;parser, 2\"," + connector
                                + ",Heap overflow in ÖBB's 100%_safe parser");
    }

    @Test
    void aNameThatIsNoCveIsNone() throws Exception {
        assertThat(get("/weaknesses?q=vendor").body().at("/items/0/cves").toString())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity=worst",
                "open=maybe",
                "open=true&open=false",
                "state=OPEN",
                "sort=exposure",
                "limit=0",
                "limit=1001",
                "cursor=YQ",
                "q=a%00"
            })
    void whatCannotBeAskedIsRefused(String query) throws Exception {
        RestReply reply = get("/weaknesses?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "99999999999", "CVE-2026-1", "-1", "1-1"})
    void anUnknownIdIsNotFound(String id) throws Exception {
        assertThat(get("/weaknesses/" + id).status()).isEqualTo(404);
    }
}
