package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.Snapshot.AssetState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Semantics §2: when an asset is archived and why, and what restores it. */
class AssetStatusTest extends StorySuite {

    @Test
    void anAssetThatACompleteReadDoesNotReturnIsArchived() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        ChangeSet second = story.gone("1").sync();

        assertThat(story.asset("1").archivedReason()).isEqualTo("NOT_RETURNED");
        assertThat(story.asset("1").archivedAt()).isEqualTo(Story.day(2));
        assertThat(story.asset("2").archivedReason()).isNull();
        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(1, 0, 0, 1, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"GAPS", "NONE"})
    void anAssetThatAnIncompleteReadDoesNotReturnStays(Part endpoints) throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync(endpoints, Part.COMPLETE);

        assertThat(story.asset("1").archivedReason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, ", "PT-0.001S, RETENTION", "PT0.001S, "})
    void retentionIsDaysOfTwentyFourHoursBeforeTheStartOfTheRun(Duration beyond, String reason) throws Exception {
        Instant seen = Story.day(1).minus(Duration.ofDays(30)).plus(beyond);
        story.retention(30).endpoint(Story.asset("1", "H", null, seen, "CONNECTED"));

        story.sync();

        assertThat(story.asset("1").archivedReason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"LOST, LOST", "lost, Lost", "Gone fishing, GONE FISHING"})
    void aStatusToBeRemovedArchivesInWhateverCase(String status, String setting) throws Exception {
        story.remove(setting).endpoint(Story.asset("1", "H", null, null, status));

        story.sync();

        assertThat(story.asset("1").archivedReason()).isEqualTo("VENDOR_STATUS");
        assertThat(story.asset("1").values().vendorStatus()).isEqualTo(status);
    }

    @Test
    void theFirstReasonThatHoldsIsGiven() throws Exception {
        Instant longAgo = Story.day(1).minus(Duration.ofDays(400));
        story.remove("LOST").endpoint(Story.asset("both", "H", null, longAgo, "LOST"));
        story.endpoint(Story.asset("old", "H", null, longAgo, "CONNECTED"));

        story.sync();

        assertThat(story.asset("both").archivedReason()).isEqualTo("VENDOR_STATUS");
        assertThat(story.asset("old").archivedReason()).isEqualTo("RETENTION");
    }

    @Test
    void whatIsNotReturnedIsJudgedOnItsLastKnownValuesFirst() throws Exception {
        story.endpoint(Story.asset("lost", "H", null, Story.day(1), "LOST"));
        story.endpoint(Story.asset("old", "K", null, Story.day(1), "CONNECTED"));
        story.endpoint("gone", "L").sync();

        story.gone("lost").gone("old").gone("gone").remove("LOST").retention(90);
        story.daysPass(100);
        story.endpoint("another", "M").sync();

        assertThat(story.asset("lost").archivedReason()).isEqualTo("VENDOR_STATUS");
        assertThat(story.asset("old").archivedReason()).isEqualTo("RETENTION");
        assertThat(story.asset("gone").archivedReason()).isEqualTo("RETENTION");
    }

    @Test
    void anEndpointExcludedAtFirstSightIsStoredArchived() throws Exception {
        ChangeSet first = story.remove("LOST")
                .endpoint(Story.asset("1", "H", null, null, "LOST"))
                .cve("CVE-1", "H")
                .sync();

        assertThat(story.asset("1").archivedReason()).isEqualTo("VENDOR_STATUS");
        assertThat(story.asset("1").archivedAt()).isEqualTo(Story.day(1));
        assertThat(first.counts().assets()).isEqualTo(new ChangeCounts.Assets(1, 1, 0, 0, 1, 0));
        assertThat(first.counts().findings()).isEqualTo(new ChangeCounts.Findings(1, 0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(story.hasFinding("H", "CVE-1")).isFalse();
    }

    @Test
    void anArchivedAssetThatIsReturnedShowsTheReasonThatHoldsNowSinceItWasArchived() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync();
        story.endpoint("1", "H").status("1", "LOST").remove("LOST").sync();

        AssetState asset = story.asset("1");
        assertThat(asset.archivedReason()).isEqualTo("VENDOR_STATUS");
        assertThat(asset.archivedAt()).isEqualTo(Story.day(2));
    }

    @Test
    void anArchivedAssetThatIsNotReturnedKeepsReasonAndTime() throws Exception {
        story.endpoint("1", "H")
                .endpoint("2", "K")
                .status("1", "LOST")
                .remove("LOST")
                .sync();
        AssetState archived = story.asset("1");
        story.gone("1").remove().sync();
        story.daysPass(200).daily();

        assertThat(story.asset("1")).isEqualTo(archived);
    }

    @Test
    void onlyASyncThatReturnsAnAssetRestoresIt() throws Exception {
        Instant seen = Story.day(1);
        story.retention(1).endpoint(Story.asset("1", "H", null, seen, "CONNECTED"));
        story.endpoint("2", "K").sync();
        story.daysPass(5).sync();
        assertThat(story.asset("1").archivedReason()).isEqualTo("RETENTION");

        story.retention(90).daily();
        assertThat(story.asset("1").archivedReason()).isEqualTo("RETENTION");

        ChangeSet third = story.sync();
        assertThat(story.asset("1").archivedReason()).isNull();
        assertThat(story.asset("1").archivedAt()).isNull();
        assertThat(third.counts().assets()).isEqualTo(new ChangeCounts.Assets(2, 0, 0, 1, 0, 1));
    }

    @Test
    void anAssetThatAnIncompleteReadReturnsIsRestored() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync();
        story.endpoint("1", "H").sync(Part.GAPS, Part.COMPLETE);

        assertThat(story.asset("1").archivedReason()).isNull();
    }

    @Test
    void anAssetIsRestoredUnderItsNewName() throws Exception {
        story.endpoint("1", "H").endpoint("2", "L").cve("CVE-1", "H").sync();
        story.gone("1").sync();
        story.endpoint("1", "K").cve("CVE-1", "K").sync();

        assertThat(story.asset("1").values().name()).isEqualTo("K");
        assertThat(story.asset("1").archivedReason()).isNull();
        assertThat(story.finding("H", "CVE-1").withheld()).isEqualTo("NO_ASSET");
        assertThat(story.finding("K", "CVE-1").firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void theDailyRunArchivesWhatIsPastItsRetentionAndNothingElse() throws Exception {
        story.endpoint(Story.asset("old", "H", null, Story.day(1), "CONNECTED"));
        story.endpoint(Story.asset("young", "K", null, Story.day(20), "CONNECTED"));
        story.sync();
        story.retention(30).daysPass(30).daily();

        assertThat(story.asset("old").archivedReason()).isEqualTo("RETENTION");
        assertThat(story.asset("old").archivedAt()).isEqualTo(Story.day(32));
        assertThat(story.asset("young").archivedReason()).isNull();
    }

    @Test
    void theDailyRunArchivesWhatTheSettingsNowRemove() throws Exception {
        story.endpoint("1", "H").status("1", "LOST").sync();
        story.remove("LOST").daily();

        assertThat(story.asset("1").archivedReason()).isEqualTo("VENDOR_STATUS");
    }

    @Test
    void endpointsOfOneNameAreAssetsOfTheirOwn() throws Exception {
        story.endpoint("1", "H").endpoint("2", "H").sync();

        assertThat(story.snapshot().assets()).containsOnlyKeys("1", "2");
        assertThat(story.snapshot().activeAssets()).isEqualTo(2);
    }

    /** Windows overlap, and an endpoint may move from one to the other while they are read. */
    @Test
    void ofTwoRowsWithOneIdTheOneSeenLastWins() throws Exception {
        story.endpoint(Story.asset("1", "late first", null, Story.day(1), "CONNECTED"));
        story.endpointAgain(Story.asset("1", "early", null, Story.day(1).minusSeconds(1), "LOST"));
        story.endpoint(Story.asset("2", "early", null, Story.day(1).minusSeconds(1), "LOST"));
        story.endpointAgain(Story.asset("2", "late last", null, Story.day(1), "CONNECTED"));
        story.endpoint(Story.asset("3", "before", null, Story.day(1), "LOST"));
        story.endpointAgain(Story.asset("3", "of equals the one read last", null, Story.day(1), "CONNECTED"));

        ChangeSet first = story.sync();

        assertThat(story.asset("1").values().name()).isEqualTo("late first");
        assertThat(story.asset("2").values().name()).isEqualTo("late last");
        assertThat(story.asset("3").values().name()).isEqualTo("of equals the one read last");
        assertThat(first.counts().assets().received()).isEqualTo(3);
    }
}
