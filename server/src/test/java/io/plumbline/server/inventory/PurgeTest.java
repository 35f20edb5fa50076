package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.InventoryPurge.Purged;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Semantics §9: what is removed when it has become too old, and what stays. */
class PurgeTest extends StorySuite {

    private static final String C = "CVE-2024-0001";
    private static final Purged NOTHING = new Purged(0, 0, 0);

    @Test
    void anArchivedAssetGoesWithItsFindingsAndItsHistory() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H", "K").sync();
        story.gone("1").sync();
        story.daysPass(365);
        assertThat(story.purge(365)).as("not yet older").isEqualTo(NOTHING);

        story.daysPass(1);
        assertThat(story.purge(365)).isEqualTo(new Purged(1, 1, 0));

        assertThat(story.snapshot().assets()).containsOnlyKeys("2");
        assertThat(story.snapshot().findings()).containsOnlyKeys(Snapshot.finding("K", C));
        assertThat(rows("asset_sighting")).isEqualTo(1);
        assertThat(rows("asset_name")).isEqualTo(1);
        assertThat(rows("asset_change")).isZero();
        assertThat(rows("finding_change")).isZero();
    }

    @Test
    void anEndpointThatReturnsAfterThatIsANewAsset() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H").sync();
        story.gone("1").sync();
        story.daysPass(400).purge(365);

        ChangeSet back = story.endpoint("1", "H").sync();

        assertThat(back.counts().assets().created()).isEqualTo(1);
        assertThat(story.finding("H", C).firstObservedAt()).isEqualTo(story.now());
    }

    @Test
    void theFindingsOfANameThatAnotherAssetBearsStay() throws Exception {
        story.endpoint("1", "H").endpoint("2", "H").cve(C, "H").sync();
        story.gone("1").sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(1, 0, 0));
        assertThat(story.finding("H", C).withheld()).isNull();
    }

    @Test
    void theFindingsOfANameThatAYoungerArchivedAssetBearsStayWithIt() throws Exception {
        story.endpoint("1", "H")
                .endpoint("2", "H")
                .endpoint("3", "K")
                .cve(C, "H")
                .sync();
        story.gone("1").sync();
        story.daysPass(300).gone("2").sync();
        story.daysPass(100);

        assertThat(story.purge(365)).isEqualTo(new Purged(1, 0, 0));
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSET_ARCHIVED");

        story.endpoint("2", "H").sync();
        assertThat(story.finding("H", C).firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void aFixedFindingGoesAndAnOpenOneStays() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H", "K").sync();
        story.cve(C, "K").sync();
        story.daysPass(365);
        assertThat(story.purge(365)).isEqualTo(NOTHING);

        story.daysPass(1);
        assertThat(story.purge(365)).isEqualTo(new Purged(0, 1, 0));
        assertThat(story.snapshot().findings()).containsOnlyKeys(Snapshot.finding("K", C));
    }

    @Test
    void aFixedFindingOfAnArchivedAssetGoesToo() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H").sync();
        story.cve(C).sync();
        story.daysPass(200).gone("1").sync();
        story.daysPass(200);

        assertThat(story.purge(365)).isEqualTo(new Purged(0, 1, 0));
    }

    @Test
    void aFindingWithheldForLongGoes() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        story.endpoint("1", "K").sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(0, 1, 0));
    }

    @Test
    void aFindingWithheldLatelyStaysThoughItWasObservedLongAgo() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        story.daysPass(400).sync(Part.COMPLETE, Part.NONE);
        story.endpoint("1", "K").sync(Part.COMPLETE, Part.NONE);
        assertThat(story.finding("H", C).lastObservedAt()).isEqualTo(Story.day(1));

        assertThat(story.purge(365)).isEqualTo(NOTHING);

        story.cve(C, "K").sync();
        assertThat(story.finding("K", C).firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void findingsWithheldForAssetsOnlyGo() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        story.assetsOnly(true).sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(0, 1, 0));
    }

    @Test
    void aWeaknessThatNoOneHasGoesOnceItIsNoLongerListed() throws Exception {
        story.endpoint("1", "H").cve(C, "H").cve("CVE-2024-0002").sync();
        story.noCve(C).sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(0, 1, 1));
        assertThat(story.snapshot().weaknesses()).containsOnlyKeys("CVE-2024-0002");
        assertThat(rows("weakness_trend")).isZero();
    }

    @Test
    void theTrendOfAWeaknessBeginsWithTheLastLineThatIsTooOld() throws Exception {
        story.retention(3_000)
                .endpoint("1", "H")
                .endpoint("2", "K")
                .cve(C, "H", "K")
                .sync();
        story.cve(C, "H").sync();
        story.cve(C, "H", "K").sync();
        story.daysPass(364).daily();
        story.purge(365);
        assertThat(trendDays()).as("two are older, the second stands").containsExactly(2, 3);

        story.daysPass(1_000).daily();
        story.purge(365);
        assertThat(trendDays()).containsExactly(3);
    }

    @Test
    void theTrendOfAMonthStaysHoweverShortOtherThingsAreKept() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H", "K").sync();
        story.cve(C, "H").sync();
        story.cve(C, "H", "K").sync();
        story.daysPass(29).daily();
        story.purge(1);
        assertThat(trendDays()).as("31 days back").containsExactly(1, 2, 3);

        story.daily();
        story.purge(1);
        assertThat(trendDays()).containsExactly(2, 3);
    }

    @Test
    void aWeaknessThatAnotherConnectorKnowsKeepsItsName() throws Exception {
        String shared = "CVE-2025-0001";
        String own = "CVE-2025-0002";
        Story other = new Story(it, 1_000);
        other.endpoint("1", "H").cve(shared, "H").sync();
        story.endpoint("1", "H").cve(shared, "H").cve(own, "H").sync();
        story.noCve(shared).noCve(own).sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(0, 2, 2));
        assertThat(dictionary(shared)).isEqualTo(1);
        assertThat(dictionary(own)).isZero();
        assertThat(other.finding("H", shared).state()).isEqualTo("ACTIVE");
    }

    @Test
    void moreThanABatchGoesInSeveral() throws Exception {
        story.endpoint("0", "stays");
        IntStream.rangeClosed(1, 5_001).forEach(n -> story.endpoint("" + n, "H" + n));
        story.cve(C, IntStream.rangeClosed(1, 5_001).mapToObj(n -> "H" + n).toArray(String[]::new));
        story.sync();
        IntStream.rangeClosed(1, 5_001).forEach(n -> story.gone("" + n));
        story.sync();
        story.daysPass(400);

        assertThat(story.purge(365)).isEqualTo(new Purged(5_001, 5_001, 0));
        assertThat(story.purge(365)).isEqualTo(NOTHING);
        assertThat(rows("asset_name")).isEqualTo(1);
    }

    @Test
    void aPurgeWhoseConnectorAnotherRunWritesRemovesNothing() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync();
        Fence passed = it.inventory.raiseFence(story.connector(), it.nextRun());
        it.inventory.raiseFence(story.connector(), it.nextRun());

        assertThatThrownBy(() -> it.purge.purge(passed, Story.day(1_000))).isInstanceOf(FencedException.class);
        assertThat(story.snapshot().assets()).containsOnlyKeys("1", "2");
    }

    @Test
    void aRunThatComputedBeforeAPurgeCanApplyNothing() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync();
        Fence fence = it.inventory.raiseFence(story.connector(), it.nextRun());
        try (Staging staging = it.inventory.stage(fence)) {
            staging.assets().asset(Story.asset("1", "H", null, null, "CONNECTED"));
            ChangeSet changes = it.inventory.compute(staging, story.rules(), new Evidence(Part.GAPS, Part.NONE));
            it.purge.purge(fence, Story.day(1_000));

            assertThatThrownBy(() -> it.inventory.apply(changes, () -> {})).isInstanceOf(FencedException.class);
        }
        assertThat(story.snapshot().assets()).containsOnlyKeys("2");
    }

    private long rows(String table) {
        return it.jdbc
                .sql("select count(*) from " + table + " where connector_id = :connector")
                .param("connector", story.connector())
                .query(Long.class)
                .single();
    }

    /** On which days of the story something moved that is still known. */
    private List<Integer> trendDays() {
        return it.jdbc
                .sql(
                        "select extract(day from at - :first) + 1 from weakness_trend where connector_id = :connector order by at")
                .param("first", Story.DAY_1.atOffset(ZoneOffset.UTC))
                .param("connector", story.connector())
                .query(Integer.class)
                .list();
    }

    private static long dictionary(String weakness) {
        return it.jdbc
                .sql("select count(*) from weakness where name = :name")
                .param("name", weakness)
                .query(Long.class)
                .single();
    }
}
