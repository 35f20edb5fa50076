package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.Snapshot.FindingState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of histories in semantics §3. Sync 1: asset H, finding (H, C) ACTIVE. Another asset is there so that syncs go on. */
class FindingHistoryTest extends StorySuite {

    private static final String C = "CVE-2024-0001";

    @BeforeEach
    void sync1() throws Exception {
        story.endpoint("other", "OTHER").endpoint("h", "H").cve(C, "H").sync();

        assertThat(story.finding("H", C))
                .isEqualTo(new FindingState("ACTIVE", null, Story.day(1), null, null, null, null));
    }

    @Test
    void aFindingNoLongerListedOnAnAssetStillThereIsFixed() throws Exception {
        ChangeSet second = story.cve(C).sync();

        FindingState fixed = story.finding("H", C);
        assertThat(fixed.state()).isEqualTo("FIXED");
        assertThat(fixed.fixedReason()).isEqualTo("NOT_RETURNED");
        assertThat(fixed.fixedAt()).isEqualTo(Story.day(2));
        assertThat(fixed.fixedBy()).isEqualTo(story.lastRun());
        assertThat(fixed.lastObservedAt()).isEqualTo(Story.day(1));
        assertThat(second.counts().findings().fixed()).isEqualTo(1);
    }

    @Test
    void itIsFixedTooWhereTheWholeCveIsNoLongerListed() throws Exception {
        story.noCve(C).sync();

        assertThat(story.finding("H", C).fixedReason()).isEqualTo("NOT_RETURNED");
    }

    @Test
    void aFixedFindingListedAgainResurfacesWithItsFirstObservation() throws Exception {
        story.cve(C).sync();
        ChangeSet third = story.cve(C, "H").sync();

        assertThat(story.finding("H", C))
                .isEqualTo(new FindingState("RESURFACED", null, Story.day(1), null, null, null, null));
        assertThat(third.counts().findings().resurfaced()).isEqualTo(1);
        assertThat(third.counts().findings().created()).isZero();
    }

    @Test
    void aResurfacedFindingIsFixedAgainLikeAnyOther() throws Exception {
        story.cve(C).sync();
        story.cve(C, "H").sync();
        story.cve(C).sync();

        assertThat(story.finding("H", C).fixedAt()).isEqualTo(Story.day(4));
        assertThat(story.finding("H", C).lastObservedAt()).isEqualTo(Story.day(3));
    }

    @Test
    void anAssetThatIsGoneTakesItsFindingsAlongWhetherTheyAreListed() throws Exception {
        ChangeSet second = story.gone("h").sync();

        assertGoneAlong(second);
        assertThat(second.counts().findings().onArchived()).isEqualTo(1);
    }

    @Test
    void orNot() throws Exception {
        ChangeSet second = story.gone("h").cve(C).sync();

        assertGoneAlong(second);
        assertThat(second.counts().findings().onArchived()).isZero();
    }

    private void assertGoneAlong(ChangeSet second) {
        assertThat(story.asset("h").archivedReason()).isEqualTo("NOT_RETURNED");
        assertThat(story.finding("H", C))
                .isEqualTo(new FindingState("ACTIVE", "ASSET_ARCHIVED", Story.day(1), Story.day(1), null, null, null));
        assertThat(second.counts().findings().fixed()).isZero();
        assertThat(story.snapshot().openFindings()).isZero();
    }

    @Test
    void itComesBackActiveWithItsAssetWhereItIsListed() throws Exception {
        story.gone("h").sync();
        ChangeSet third = story.endpoint("h", "H").sync();

        assertThat(story.asset("h").archivedReason()).isNull();
        assertThat(story.finding("H", C))
                .isEqualTo(new FindingState("ACTIVE", null, Story.day(1), null, null, null, null));
        assertThat(third.counts().findings()).isEqualTo(new ChangeCounts.Findings(1, 0, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void itComesBackFixedWithItsAssetWhereItIsNotListed() throws Exception {
        story.gone("h").sync();
        ChangeSet third = story.endpoint("h", "H").cve(C).sync();

        assertThat(story.finding("H", C).state()).isEqualTo("FIXED");
        assertThat(story.finding("H", C).fixedAt()).isEqualTo(Story.day(3));
        assertThat(story.finding("H", C).withheld()).isNull();
        assertThat(third.counts().findings().fixed()).isEqualTo(1);
    }

    @Test
    void aFixedFindingIsWithheldWithItsAssetAndComesBackFixed() throws Exception {
        story.cve(C).sync();
        FindingState fixed = story.finding("H", C);
        story.gone("h").sync();
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSET_ARCHIVED");

        story.endpoint("h", "H").sync();

        assertThat(story.finding("H", C)).isEqualTo(fixed);
    }

    @Test
    void aSecondAssetOfTheSameNameCarriesTheOneFindingOn() throws Exception {
        FindingState before = story.finding("H", C);
        story.endpoint("h2", "H").sync();
        assertThat(story.snapshot().openFindings()).isEqualTo(1);
        assertThat(story.snapshot().affectedAssets()).isEqualTo(2);
        assertThat(activeBearers()).containsExactly("h", "h2");

        story.gone("h").sync();

        assertThat(story.finding("H", C)).isEqualTo(before);
        assertThat(activeBearers()).containsExactly("h2");
        assertThat(story.weakness(C).affectedAssets()).isEqualTo(1);
    }

    @Test
    void underANewIdTheFindingGoesOnUnchanged() throws Exception {
        FindingState before = story.finding("H", C);
        ChangeSet second = story.gone("h").endpoint("new", "H").sync();

        assertThat(story.asset("h").archivedReason()).isEqualTo("NOT_RETURNED");
        assertThat(story.finding("H", C)).isEqualTo(before);
        assertThat(activeBearers()).containsExactly("new");
        assertThat(second.counts().findings().unchanged()).isEqualTo(1);
        assertThat(second.massChange().findingsLeaving()).isZero();
    }

    @Test
    void underANewNameTheFindingIsContinuedOnceItIsListedThere() throws Exception {
        ChangeSet second = story.endpoint("h", "K").sync();
        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("H", C).withheld()).isEqualTo("NO_ASSET");
        assertThat(second.counts().findings().unmatched()).isEqualTo(1);

        ChangeSet third = story.cve(C, "K").sync();

        assertThat(story.finding("K", C))
                .isEqualTo(new FindingState("ACTIVE", null, Story.day(1), null, null, null, null));
        assertThat(story.finding("H", C).state()).as("never FIXED").isEqualTo("ACTIVE");
        assertThat(story.finding("H", C).withheld()).isEqualTo("NO_ASSET");
        assertThat(third.counts().findings().created()).isEqualTo(1);
        assertThat(third.counts().findings().fixed()).isZero();
    }

    @Test
    void itIsContinuedAtOnceWhereBothChangeTogether() throws Exception {
        story.endpoint("h", "K").cve(C, "K").sync();

        assertThat(story.finding("K", C).firstObservedAt()).isEqualTo(Story.day(1));
        assertThat(story.finding("H", C).withheld()).isEqualTo("NO_ASSET");
    }

    @Test
    void itIsContinuedThroughSeveralNames() throws Exception {
        story.endpoint("h", "K").cve(C, "K").sync();
        story.endpoint("h", "L").cve(C, "L").sync();

        assertThat(story.finding("L", C).firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void underItsOldNameAgainTheFindingIsTheOldOne() throws Exception {
        story.endpoint("h", "K").cve(C, "K").sync();
        story.endpoint("h", "H").cve(C, "H").sync();

        assertThat(story.finding("H", C))
                .isEqualTo(new FindingState("ACTIVE", null, Story.day(1), null, null, null, null));
        assertThat(story.finding("K", C).withheld()).isEqualTo("NO_ASSET");
    }

    @Test
    void aNewNameContinuesNothingThatAnotherAssetStillBears() throws Exception {
        story.endpoint("h2", "H").sync();
        story.endpoint("h", "K").cve(C, "H", "K").sync();

        assertThat(story.finding("K", C).firstObservedAt()).isEqualTo(Story.day(3));
        assertThat(story.finding("H", C).firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void aNewNameContinuesNothingThatCameWhenTheAssetHadLeftTheOldOne() throws Exception {
        String later = "CVE-2024-0002";
        story.endpoint("h", "K").sync();
        story.endpoint("h2", "H").cve(later, "H").sync();
        story.gone("h2").sync();
        story.cve(later, "K").sync();

        assertThat(story.finding("K", later).firstObservedAt()).isEqualTo(Story.day(5));
    }

    @Test
    void aNewNameContinuesNothingThatWasFixedUnderTheOldOne() throws Exception {
        story.cve(C).sync();
        story.endpoint("h", "K").cve(C, "K").sync();

        assertThat(story.finding("K", C).firstObservedAt()).isEqualTo(Story.day(3));
    }

    @Test
    void aCveThatTheVendorExcludesIsFixedForThatAndResurfaces() throws Exception {
        ChangeSet second = story.noCve(C).row(C, Story.RowOf::setAside, "H").sync();
        assertThat(story.finding("H", C).state()).isEqualTo("FIXED");
        assertThat(story.finding("H", C).fixedReason()).isEqualTo("EXCLUDED");
        assertThat(second.counts().findings()).isEqualTo(new ChangeCounts.Findings(0, 0, 0, 0, 1, 0, 0, 0, 0));

        story.cve(C, "H").sync();
        assertThat(story.finding("H", C).state()).isEqualTo("RESURFACED");
        assertThat(story.finding("H", C).fixedReason()).isNull();
    }

    @Test
    void aCveThatIsExcludedAndThenGoneStaysFixedAsExcluded() throws Exception {
        story.noCve(C).row(C, Story.RowOf::setAside, "H").sync();
        FindingState excluded = story.finding("H", C);

        story.noCve(C).sync();
        assertThat(story.finding("H", C)).isEqualTo(excluded);

        story.cve(C).sync();
        assertThat(story.finding("H", C)).isEqualTo(excluded);
    }

    @Test
    void whatIsExcludedAndWasNeverSeenIsNotCreated() throws Exception {
        story.row("CVE-2024-0009", Story.RowOf::setAside, "H", "nobody").sync();

        assertThat(story.hasFinding("H", "CVE-2024-0009")).isFalse();
    }

    @Test
    void excludedFindingsOfAnArchivedAssetAreNotFixedMeanwhile() throws Exception {
        story.gone("h").noCve(C).row(C, Story.RowOf::setAside, "H").sync();
        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");

        story.endpoint("h", "H").sync();
        assertThat(story.finding("H", C).fixedReason()).isEqualTo("EXCLUDED");
        assertThat(story.finding("H", C).fixedAt()).isEqualTo(Story.day(3));
    }

    @Test
    void aConnectorMayTakeInWhatIsExcluded() throws Exception {
        story.includeExcluded(true).noCve(C).row(C, Story.RowOf::setAside, "H").sync();

        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
    }

    @Test
    void assetsOnlyWithholdsAndWhatComesAfterDecides() throws Exception {
        String fixed = "CVE-2024-0002";
        story.cve(fixed, "H").sync();
        story.assetsOnly(true).sync();
        for (String cve : new String[] {C, fixed}) {
            assertThat(story.finding("H", cve).state()).isEqualTo("ACTIVE");
            assertThat(story.finding("H", cve).withheld()).isEqualTo("ASSETS_ONLY");
            assertThat(story.finding("H", cve).lastObservedAt()).isEqualTo(Story.day(2));
        }

        story.assetsOnly(false).cve(fixed).sync();

        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("H", C).withheld()).isNull();
        assertThat(story.finding("H", C).firstObservedAt()).isEqualTo(Story.day(1));
        assertThat(story.finding("H", fixed).state()).isEqualTo("FIXED");
        assertThat(story.finding("H", fixed).fixedAt()).isEqualTo(Story.day(4));
    }

    @Test
    void theDailyRunWithholdsForAssetsOnlyAndBringsNothingBack() throws Exception {
        story.assetsOnly(true).daily();
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSETS_ONLY");

        story.assetsOnly(false).daily();
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSETS_ONLY");

        story.sync(Part.COMPLETE, Part.NONE);
        assertThat(story.finding("H", C).withheld())
                .as("skipped findings bring nothing back")
                .isEqualTo("ASSETS_ONLY");
    }

    @Test
    void underAssetsOnlyWhatIsGoneIsStillAssetsOnly() throws Exception {
        story.assetsOnly(true).gone("h").sync();
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSETS_ONLY");

        story.assetsOnly(false).sync();
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSET_ARCHIVED");
        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
    }

    @Test
    void skippedFindingsChangeNothing() throws Exception {
        Snapshot before = story.snapshot();
        ChangeSet second = story.noCve(C).sync(Part.COMPLETE, Part.NONE);

        assertThat(story.finding("H", C)).isEqualTo(before.findings().get(Snapshot.finding("H", C)));
        assertThat(story.snapshot().findingsObservedAt()).isEqualTo(Story.day(1));
        assertThat(second.counts().findings()).isNull();
    }

    @Test
    void theFindingOfAnAssetThatWasNotReadIsNotFixed() throws Exception {
        story.gone("h").cve(C).sync(Part.GAPS, Part.COMPLETE);

        assertThat(story.asset("h").archivedReason()).isNull();
        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
    }

    private List<String> activeBearers() {
        return it.jdbc
                .sql("""
                        select a.external_id from finding_asset f join asset a on a.connector_id = f.connector_id and a.id = f.asset_id
                        where f.connector_id = :connector and f.status = 1 order by 1""")
                .param("connector", story.connector())
                .query(String.class)
                .list();
    }
}
