package io.plumbline.server.dashboard;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.InventoryRestSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The summary says what the lists say, after a history in which findings were fixed, withheld, re-scored and came back. */
class SummaryTest extends InventoryRestSuite {

    private int one;
    private int two;
    private int gone;
    private int fresh;

    @BeforeEach
    void syncSeveralTimes() {
        gone = syncs.connector("gone");
        one = syncs.connector("One");
        two = syncs.connector("two");
        fresh = syncs.connector("fresh");
        syncs.sync(
                gone,
                hosts(4),
                cve(1, "host-1", "host-2").score("9.9"),
                cve(99, "host-1").score("9.9"));
        syncs.delete(gone);
        clock.set("2026-03-10T12:00:00Z");
        syncs.sync(one, hosts(14), listed(14, "9.8"));
        syncs.sync(
                two,
                List.of("host-1", "host-1#2", "other"),
                cve(1, "host-1", "other").score("6.0"),
                cve(50, "other"));
        clock.set("2026-03-13T12:00:00Z");
        // Host 14 is gone, and with it its findings; those of host 13 are fixed; CVE 1 is re-scored.
        syncs.sync(one, hosts(13), listed(12, "7.5"));
        clock.set("2026-03-17T12:00:00Z");
        syncs.sync(one, hosts(13), listed(13, "7.5"));
        clock.set("2026-03-18T09:00:00Z");
    }

    /** CVE n on the hosts 1 to n and on host 14. */
    private static Cve[] listed(int cves, String scoreOfTheFirst) {
        return IntStream.rangeClosed(1, cves)
                .mapToObj(number -> {
                    List<String> hosts = new ArrayList<>(hosts(number));
                    hosts.add("host-14");
                    Cve cve = cve(number, hosts.stream().distinct().toArray(String[]::new));
                    return number == 1 ? cve.score(scoreOfTheFirst) : cve.score(number % 9 + ".5");
                })
                .toArray(Cve[]::new);
    }

    private static List<String> hosts(int upTo) {
        return IntStream.rangeClosed(1, upTo)
                .mapToObj(number -> "host-" + number)
                .toList();
    }

    @Test
    void figuresAreThoseOfTheLists() throws Exception {
        for (String filter : List.of("", "?connectorId=" + one, "?connectorId=" + two + "&connectorId=" + fresh)) {
            JsonNode summary = get("/summary" + filter).body();
            String more = filter.replace('?', '&');

            assertThat(figure(summary, "/assetCount"))
                    .isPositive()
                    .isEqualTo(get("/assets" + filter).total());
            assertThat(figure(summary, "/archivedAssetCount"))
                    .isEqualTo(get("/assets?status=ARCHIVED" + more).total());
            assertThat(figure(summary, "/weaknessCount"))
                    .isPositive()
                    .isEqualTo(get("/weaknesses" + filter).total());
            assertThat(figure(summary, "/openFindingCount"))
                    .isPositive()
                    .isEqualTo(get("/findings" + filter).total());
            assertThat(figure(summary, "/fixedFindingCount"))
                    .isEqualTo(get("/findings?state=FIXED" + more).total());
            for (Severity severity : Severity.values()) {
                assertThat(figure(summary, "/openFindings/" + severity))
                        .as(severity + more)
                        .isEqualTo(get("/findings?severity=" + severity + more).total());
            }
        }
    }

    private static long figure(JsonNode summary, String pointer) {
        return summary.at(pointer).longValue();
    }

    @Test
    void figuresAreWhatACountOfTheInventorySays() throws Exception {
        for (List<Integer> some : List.of(List.of(one, two, fresh), List.of(one), List.of(two, fresh))) {
            String filter = some.stream().map(id -> "connectorId=" + id).collect(Collectors.joining("&", "?", ""));
            JsonNode summary = get("/summary" + filter).body();

            assertThat(summary.get("assetCount").longValue())
                    .isPositive()
                    .isEqualTo(count("asset f where status = 1", some));
            assertThat(summary.get("archivedAssetCount").longValue())
                    .isEqualTo(count("asset f where status = 2", some));
            assertThat(summary.get("weaknessCount").longValue())
                    .isPositive()
                    .isEqualTo(get("/weaknesses" + filter).total());
            assertThat(summary.get("openFindingCount").longValue())
                    .isPositive()
                    .isEqualTo(count("finding f where withheld is null and state < 3", some));
            assertThat(summary.get("fixedFindingCount").longValue())
                    .isEqualTo(count("finding f where withheld is null and state = 3", some));
            for (Severity severity : Severity.values()) {
                assertThat(summary.at("/openFindings/" + severity).longValue())
                        .as(severity + filter)
                        .isEqualTo(count(
                                "finding f join connector_weakness k using (connector_id, weakness_id)"
                                        + " where withheld is null and state < 3 and severity = " + severity.level(),
                                some));
            }
        }
        assertThat(get("/summary").body())
                .isEqualTo(get("/summary?connectorId=%d&connectorId=%d&connectorId=%d".formatted(one, two, fresh))
                        .body());
    }

    private long count(String what, List<Integer> connectors) {
        return jdbc.sql("select count(*) from " + what + " and f.connector_id in (:connectors)")
                .param("connectors", connectors)
                .query(Long.class)
                .single();
    }

    @Test
    void topWeaknessesAreTheListsFirst() throws Exception {
        JsonNode top = get("/summary").body().get("topWeaknesses");

        assertThat(top.size()).isEqualTo(10);
        assertThat(top)
                .isEqualTo(get("/weaknesses?sort=-affectedAssetCount&limit=10")
                        .body()
                        .get("items"));
    }

    @Test
    void topAssetsAreTheListsFirst() throws Exception {
        List<List<String>> top = get("/summary")
                .body()
                .get("topAssets")
                .valueStream()
                .map(SummaryTest::exposed)
                .toList();

        assertThat(top)
                .hasSize(10)
                .isEqualTo(get("/assets?sort=-exposure&limit=10")
                        .body()
                        .get("items")
                        .valueStream()
                        .map(SummaryTest::exposed)
                        .toList());
        // It has all of 13: the first, the 7th and the 8th are high, the 4th to 6th and the last medium.
        assertThat(top.getFirst().subList(1, 4))
                .containsExactly("" + one, "host-1", "{\"CRITICAL\":0,\"HIGH\":3,\"MEDIUM\":4,\"LOW\":6,\"INFO\":0}");
    }

    private static List<String> exposed(JsonNode asset) {
        return List.of(
                asset.get("id").stringValue(),
                asset.get("connectorId").stringValue(),
                asset.get("name").stringValue(),
                asset.get("openFindings").toString());
    }

    @Test
    void anAssetWithoutOpenFindingsIsNotExposed() throws Exception {
        syncs.sync(one, hosts(13));

        assertThat(get("/summary?connectorId=" + one).body().get("topAssets")).isEmpty();
        assertThat(get("/summary?connectorId=" + one).body().get("topWeaknesses"))
                .isEmpty();
    }

    @Test
    void connectorsTellHowOldTheirDataIs() throws Exception {
        JsonNode connectors = get("/summary").body().get("connectors");

        assertThat(connectors
                        .valueStream()
                        .map(connector -> connector.get("name").stringValue()))
                .containsExactly("fresh", "One", "two");
        assertThat(connectors.get(0).toString()).isEqualTo("""
                {"id":"%d","type":"scripted","name":"fresh","status":"CONNECTING","assetsObservedAt":null,"findingsObservedAt":null,\
                "lastSync":null,"nextSyncAt":null,"assetCount":0,"archivedAssetCount":0,"openFindingCount":0,\
                "openFindings":{"CRITICAL":0,"HIGH":0,"MEDIUM":0,"LOW":0,"INFO":0}}""".formatted(fresh));
        JsonNode second = connectors.get(1);
        assertThat(second.get("assetsObservedAt").stringValue()).isEqualTo("2026-03-17T12:00:00Z");
        assertThat(second.get("findingsObservedAt").stringValue()).isEqualTo("2026-03-17T12:00:00Z");
        assertThat(second.get("archivedAssetCount").intValue()).isEqualTo(1);
    }

    @Test
    void countsOfConnectorsAddUpToThoseOfTheWhole() throws Exception {
        JsonNode summary = get("/summary").body();

        for (String count : List.of("assetCount", "archivedAssetCount", "openFindingCount")) {
            assertThat(summary.get("connectors")
                            .valueStream()
                            .mapToLong(connector -> connector.get(count).longValue())
                            .sum())
                    .as(count)
                    .isEqualTo(summary.get(count).longValue());
        }
        assertThat(summary.get("at").stringValue()).isEqualTo("2026-03-18T09:00:00Z");
    }

    @Test
    void ofAConnectorThatIsBeingDeletedNothingIsLeft() throws Exception {
        JsonNode summary = get("/summary?connectorId=" + gone).body();

        assertThat(summary.get("assetCount").intValue()).isZero();
        assertThat(summary.get("openFindingCount").intValue()).isZero();
        assertThat(summary.get("weaknessCount").intValue()).isZero();
        assertThat(summary.get("topWeaknesses")).isEmpty();
        assertThat(summary.get("topAssets")).isEmpty();
        assertThat(summary.get("connectors")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectorID=1", "limit=5", "sort=name", "cursor=x"})
    void whatCannotBeAskedIsRefused(String query) throws Exception {
        assertThat(get("/summary?" + query).errorFields()).containsExactly(query.substring(0, query.indexOf('=')));
    }
}
