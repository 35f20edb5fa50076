package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import io.plumbline.connector.api.AttributeValue.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Semantics §5, and the figures that the guard of §4 compares. */
class CountsTest extends StorySuite {

    private static final String C = "CVE-2024-0001";
    private static final Instant SEEN = Instant.parse("2026-02-28T23:00:00Z");
    private static final List<String> NONE = List.of();
    private static final List<String> IP = List.of("10.0.0.1");
    private static final AssetRecord PLAIN = Story.asset("1", "H", SEEN, SEEN, "CONNECTED");

    @Test
    void receivedIsTheSumOfWhatBecameOfEachAsset() throws Exception {
        story.endpoint("same", "A")
                .endpoint("renamed", "B")
                .endpoint("back", "C")
                .endpoint("gone", "D");
        story.sync();
        story.gone("back").sync();
        story.endpoint("renamed", "B2")
                .endpoint("back", "C")
                .endpoint("new", "E")
                .gone("gone");
        story.endpoint("born archived", "F").status("born archived", "LOST").remove("LOST");

        ChangeCounts.Assets counts = story.sync().counts().assets();

        assertThat(counts).isEqualTo(new ChangeCounts.Assets(5, 2, 1, 1, 2, 1));
        assertThat(counts.received())
                .isEqualTo(counts.created() + counts.updated() + counts.unchanged() + counts.restored());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("name", Story.asset("1", "K", SEEN, SEEN, "CONNECTED")),
                Arguments.of("status", Story.asset("1", "H", SEEN, SEEN, "DISCONNECTED")),
                Arguments.of("no status", Story.asset("1", "H", SEEN, SEEN, null)),
                Arguments.of("first observation", Story.asset("1", "H", SEEN.minusSeconds(1), SEEN, "CONNECTED")),
                Arguments.of("operating system", with("Windows 12", null, IP, NONE, NONE, NONE, Map.of())),
                Arguments.of("no operating system", with(null, null, IP, NONE, NONE, NONE, Map.of())),
                Arguments.of("FQDN", with("Windows 11", "h.example", IP, NONE, NONE, NONE, Map.of())),
                Arguments.of("IPv4", with("Windows 11", null, List.of("10.0.0.2"), NONE, NONE, NONE, Map.of())),
                Arguments.of("IPv6", with("Windows 11", null, IP, List.of("::1"), NONE, NONE, Map.of())),
                Arguments.of("MAC", with("Windows 11", null, IP, NONE, List.of("00:1a:2b:3c:4d:5e"), NONE, Map.of())),
                Arguments.of("tags", with("Windows 11", null, IP, NONE, NONE, List.of("tag"), Map.of())),
                Arguments.of(
                        "custom attributes",
                        with("Windows 11", null, IP, NONE, NONE, NONE, Map.of("os_version", new Text("10")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void anAssetIsUpdatedWhereAMappedValueChanged(String what, AssetRecord changed) throws Exception {
        story.endpoint(PLAIN).sync();
        ChangeSet second = story.endpoint(changed).sync();

        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(1, 0, 1, 0, 0, 0));
    }

    @Test
    void anAssetIsNotUpdatedWhereOnlyItsLastObservationChanged() throws Exception {
        story.endpoint(PLAIN).sync();
        ChangeSet second = story.endpoint(Story.asset("1", "H", SEEN, SEEN.plusSeconds(1), "CONNECTED"))
                .sync();

        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(1, 0, 0, 1, 0, 0));
        assertThat(story.asset("1").lastObservedAt()).isEqualTo(SEEN.plusSeconds(1));
    }

    @Test
    void receivedIsTheSumOfWhatBecameOfEachPair() throws Exception {
        story.endpoint("a", "A").endpoint("b", "B").endpoint("c", "C");
        story.cve(C, "A", "C")
                .cve("CVE-2", "A", "B")
                .cve("CVE-3", "A")
                .cve("CVE-4", "A")
                .sync();
        story.noCve("CVE-3").sync();
        story.gone("c");
        story.cve(C, "A", "B", "C", "nobody").cve("CVE-3", "A");
        story.noCve("CVE-2").row("CVE-2", row -> row.scored("9.90"), "A", "B").noCve("CVE-4");
        story.row("CVE-5", Story.RowOf::setAside, "A", "nobody");

        ChangeCounts.Findings counts = story.sync().counts().findings();

        assertThat(counts).isEqualTo(new ChangeCounts.Findings(7, 1, 2, 1, 1, 1, 1, 1, 0));
        assertThat(counts.received())
                .isEqualTo(counts.created()
                        + counts.updated()
                        + counts.unchanged()
                        + counts.resurfaced()
                        + counts.unmatched()
                        + counts.onArchived()
                        + counts.filtered());
    }

    static Stream<Arguments> scores() {
        return Stream.of(
                Arguments.of("score", row(row -> row.scored("7.60")), 1),
                Arguments.of("score taken back", row(row -> row.scored(null)), 1),
                Arguments.of("severity", row(row -> row.scored("9.50")), 1),
                Arguments.of("description", row(row -> row.described("what it does")), 1),
                Arguments.of("the vendor's word beside a score", row(row -> row.called("LOW")), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scores")
    void aFindingIsUpdatedWhereScoreSeverityOrDescriptionOfItsCveChanged(
            String what, UnaryOperator<Story.RowOf> change, long updated) throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        ChangeSet second = story.noCve(C).row(C, change, "H").sync();

        assertThat(second.counts().findings().updated()).isEqualTo(updated);
        assertThat(second.counts().findings().unchanged()).isEqualTo(1 - updated);
    }

    @Test
    void openFindingsCountOncePerFindingAndAffectedAssetsOncePerAsset() throws Exception {
        story.endpoint("1", "H").endpoint("2", "H").endpoint("3", "K").endpoint("4", "L");
        story.cve(C, "H", "K").cve("CVE-2", "H").sync();

        Snapshot now = story.snapshot();
        assertThat(now.activeAssets()).isEqualTo(4);
        assertThat(now.openFindings()).isEqualTo(3);
        assertThat(now.affectedAssets()).isEqualTo(3);
        assertThat(story.weakness(C).open()).isEqualTo(2);
        assertThat(story.weakness(C).affectedAssets()).isEqualTo(3);
    }

    @Test
    void neitherArchivedAssetsNorFixedOrWithheldFindingsCount() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").endpoint("3", "L");
        story.cve(C, "H", "K", "L").sync();
        story.gone("1").cve(C, "H", "L").sync();

        Snapshot now = story.snapshot();
        assertThat(now.activeAssets()).isEqualTo(2);
        assertThat(now.openFindings()).isEqualTo(1);
        assertThat(now.affectedAssets()).isEqualTo(1);
    }

    @Test
    void theTrendCountsWhatIsInTheInventoryAndWhatMoved() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K");
        story.cve(C, "H", "K", "nobody").sync();
        assertThat(trend()).isEqualTo(new TrendLine(2, 2, 0, 0));

        story.cve(C, "H").sync();
        assertThat(trend()).isEqualTo(new TrendLine(1, 0, 1, 0));

        story.gone("1").cve(C, "H", "K").sync();
        assertThat(trend()).as("H is withheld with its asset").isEqualTo(new TrendLine(1, 0, 0, 1));

        story.assetsOnly(true).daily();
        assertThat(trend()).isEqualTo(new TrendLine(0, 0, 0, 0));
    }

    @Test
    void theTrendOfAWeaknessHasALineForEachRunThatMovedIt() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K");
        story.cve(C, "H", "K").cve("CVE-2", "H").sync();
        assertThat(trendOf(C)).containsExactly(new TrendLine(2, 2, 0, 0));

        story.cve(C, "H", "K").cve("CVE-2", "H", "K").sync();
        assertThat(trendOf(C)).as("nothing moved").hasSize(1);

        story.cve(C, "H").cve("CVE-2", "H").sync();
        story.cve(C, "K").cve("CVE-2", "H").sync();
        assertThat(trendOf(C))
                .as("one was fixed and one came back: as many are open as before")
                .containsExactly(new TrendLine(2, 2, 0, 0), new TrendLine(1, 0, 1, 0), new TrendLine(1, 0, 1, 1));

        story.gone("2").cve("CVE-2", "H").sync();
        assertThat(trendOf(C)).as("withheld with its asset").last().isEqualTo(new TrendLine(0, 0, 0, 0));
        assertThat(trendOf("CVE-2"))
                .containsExactly(new TrendLine(1, 1, 0, 0), new TrendLine(2, 1, 0, 0), new TrendLine(1, 0, 1, 0));
    }

    private List<TrendLine> trendOf(String weakness) {
        return it.jdbc
                .sql("""
                        select t.open, t.opened, t.fixed, t.resurfaced
                        from weakness_trend t join weakness w on w.id = t.weakness_id
                        where t.connector_id = :connector and w.name = :name order by t.at, t.sync_id""")
                .param("connector", story.connector())
                .param("name", weakness)
                .query(TrendLine.class)
                .list();
    }

    private record TrendLine(long open, long opened, long fixed, long resurfaced) {}

    /** What the last run left behind. */
    private TrendLine trend() {
        return it.jdbc
                .sql("""
                        select sum(open) as open, sum(opened) as opened, sum(fixed) as fixed, sum(resurfaced) as resurfaced
                        from inventory_trend where connector_id = :connector and sync_id = :run""")
                .param("connector", story.connector())
                .param("run", story.lastRun())
                .query(TrendLine.class)
                .single();
    }

    @Test
    void theGuardComparesWhatLeavesWithWhatWasThereWithoutCountingTwice() throws Exception {
        for (String host : List.of("A", "B", "C", "D")) {
            story.endpoint(host, host);
        }
        story.cve(C, "A", "B", "C", "D").cve("CVE-2", "A").sync();

        ChangeSet second = story.gone("A").cve(C, "B", "C").endpoint("C", "C2").sync();

        assertThat(second.massChange())
                .as("A is archived; of its two findings none counts, D's is fixed, C's has no asset any more")
                .isEqualTo(new MassChange(1, 4, 2, 5));
    }

    @Test
    void theGuardComparesNothingInAFirstSync() throws Exception {
        story.remove("LOST");
        IntStream.range(0, 30).forEach(n -> story.endpoint("" + n, "H" + n).status("" + n, "LOST"));

        assertThat(story.sync().massChange()).isEqualTo(new MassChange(0, 0, 0, 0));
    }

    @Test
    void theGuardCountsFindingsThatAssetsOnlyWouldHide() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();

        assertThat(story.assetsOnly(true).sync().massChange()).isEqualTo(new MassChange(0, 1, 1, 1));
    }

    private static UnaryOperator<Story.RowOf> row(UnaryOperator<Story.RowOf> change) {
        return change;
    }

    private static AssetRecord with(
            @Nullable String operatingSystem,
            @Nullable String fqdn,
            List<String> ipv4,
            List<String> ipv6,
            List<String> mac,
            List<String> tags,
            Map<String, AttributeValue> custom) {
        return new AssetRecord(
                "1", "H", operatingSystem, fqdn, ipv4, ipv6, mac, tags, new TreeMap<>(custom), "CONNECTED", SEEN, SEEN);
    }
}
