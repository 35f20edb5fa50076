package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.inventory.Evidence.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Semantics §2: what stands in for times that the vendor does not give, and what becomes of odd ones. */
class AssetTimesTest extends StorySuite {

    private static final Instant LONG_AGO = Instant.parse("2020-11-24T11:52:41.377Z");

    @Test
    void aFirstObservationThatTheVendorDoesNotGiveIsTheFirstSyncThatSawTheAssetAndNeverMoves() throws Exception {
        story.endpoint("1", "H").sync();
        story.sync();
        assertThat(story.asset("1").firstObservedAt()).isEqualTo(Story.day(1));

        ChangeSet third = story.endpoint(Story.asset("1", "H", LONG_AGO, null, "CONNECTED"))
                .sync();
        assertThat(story.asset("1").firstObservedAt()).isEqualTo(Story.day(1));
        assertThat(third.counts().assets().unchanged()).isEqualTo(1);
    }

    @Test
    void itDoesNotMoveEitherWhenTheAssetIsArchivedAndComesBack() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").sync();
        story.endpoint("1", "H").sync();

        assertThat(story.asset("1").firstObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void aFirstObservationThatTheVendorGivesIsTheVendors() throws Exception {
        story.endpoint(Story.asset("1", "H", LONG_AGO, null, "CONNECTED")).sync();
        assertThat(story.asset("1").firstObservedAt()).isEqualTo(LONG_AGO);

        story.endpoint(Story.asset("1", "H", null, null, "CONNECTED")).sync();
        assertThat(story.asset("1").firstObservedAt()).isEqualTo(LONG_AGO);

        ChangeSet third = story.endpoint(Story.asset("1", "H", LONG_AGO.plusSeconds(60), null, "CONNECTED"))
                .sync();
        assertThat(story.asset("1").firstObservedAt()).isEqualTo(LONG_AGO.plusSeconds(60));
        assertThat(third.counts().assets().updated()).isEqualTo(1);
    }

    @Test
    void aLastObservationThatTheVendorDoesNotGiveIsTheTimeOfEachSync() throws Exception {
        story.endpoint("1", "H").sync();
        assertThat(story.asset("1").lastObservedAt()).isEqualTo(Story.day(1));

        story.sync();
        assertThat(story.asset("1").lastObservedAt()).isEqualTo(Story.day(2));

        story.gone("1").sync(Part.GAPS, Part.COMPLETE);
        assertThat(story.asset("1").lastObservedAt()).isEqualTo(Story.day(2));
    }

    @Test
    void aLastObservationInTheFutureIsKept() throws Exception {
        Instant future = Story.day(4000);
        story.endpoint(Story.asset("1", "H", null, future, "CONNECTED")).sync();

        assertThat(story.asset("1").lastObservedAt()).isEqualTo(future);
        assertThat(story.asset("1").archivedReason()).isNull();
    }

    @Test
    void oneInTheFutureCountsAsNowForRetention() throws Exception {
        story.retention(1);
        story.endpoint(Story.asset("1", "H", null, Story.day(10), "CONNECTED")).sync();
        story.daysPass(5).daily();
        assertThat(story.asset("1").archivedReason()).isNull();

        story.daysPass(3).daily();
        assertThat(story.asset("1").archivedReason())
                .as("day 11 is not past it")
                .isNull();

        story.daily();
        assertThat(story.asset("1").archivedReason()).as("day 12 is").isEqualTo("RETENTION");
    }

    @Test
    void oneInstantStampsAllThatASyncChanges() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").cve("CVE-1", "K").sync();
        story.gone("1").cve("CVE-1").sync();

        assertThat(story.asset("1").archivedAt()).isEqualTo(Story.day(2));
        assertThat(story.finding("K", "CVE-1").fixedAt()).isEqualTo(Story.day(2));
        assertThat(story.snapshot().assetsObservedAt()).isEqualTo(Story.day(2));
        assertThat(story.snapshot().findingsObservedAt()).isEqualTo(Story.day(2));
        assertThat(it.jdbc
                        .sql(
                                "select distinct at from inventory_trend where connector_id = :connector and sync_id = :run")
                        .param("connector", story.connector())
                        .param("run", story.lastRun())
                        .query(OffsetDateTime.class)
                        .list())
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(Story.day(2));
    }

    @Test
    void anAssetSilentForItsRetentionGoesThoughItIsReturned() throws Exception {
        Instant seen = Story.day(1);
        story.retention(30).endpoint(Story.asset("1", "H", null, seen, "DISCONNECTED"));
        story.sync();
        story.daysPass(30).sync();

        assertThat(story.asset("1").archivedReason()).isEqualTo("RETENTION");
        assertThat(Duration.between(seen, story.now())).isGreaterThan(Duration.ofDays(30));
    }
}
