package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.LatestSync.State;
import io.plumbline.server.platform.page.Reader;
import io.plumbline.server.platform.page.Theme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    /** A Saturday; 14:00 in Paris. */
    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    private static final Reader READER = new Reader(ZoneId.of("Europe/Paris"), NOW, Theme.LIGHT);

    @Test
    void aConnectedOneTellsWhenItSyncedAndWhenItDoesAgain() {
        StatusLine line = line(ConnectorStatus.CONNECTED, sync(State.SUCCEEDED, null), NOW.plus(Duration.ofHours(9)));

        assertThat(line.word()).isEqualTo("Connected");
        assertThat(line.sentence(READER)).isEqualTo("Synced 14 min ago, next at 23:00");
    }

    @Test
    void theNextTimeNamesItsDayWhereThatIsNotToday() {
        assertThat(StatusLine.at(NOW.plus(Duration.ofHours(20)), READER)).isEqualTo("tomorrow at 10:00");
        assertThat(StatusLine.at(NOW.plus(Duration.ofDays(3)), READER)).isEqualTo("on Tuesday at 14:00");
        assertThat(StatusLine.at(NOW.plus(Duration.ofDays(7)), READER)).isEqualTo("on 2026-08-08 at 14:00");
    }

    @Test
    void whoeverHasNoZoneIsToldThatTimesAreUtc() {
        assertThat(StatusLine.at(NOW.plus(Duration.ofHours(1)), new Reader(ZoneOffset.UTC, NOW, Theme.AUTO)))
                .isEqualTo("at 13:00 UTC");
    }

    @Test
    void aFailedOneTellsWhy() {
        StatusLine line = line(ConnectorStatus.FAILED, sync(State.FAILED, "The API key was refused."), null);

        assertThat(line.kind()).isEqualTo("failed");
        assertThat(line.sentence(READER)).isEqualTo("The API key was refused, 14 min ago, syncs by hand only");
    }

    @Test
    void whoseLastSyncFailedKeepsItsAssetsAndSaysHowOldTheirDataIs() {
        StatusLine failed = line(ConnectorStatus.FAILED, sync(State.FAILED, "The API key was refused."), null);

        assertThat(failed.retentionPaused(NOW.minus(Duration.ofDays(3)), READER))
                .contains("Retention paused, data is 3 days old");
        assertThat(failed.retentionPaused(NOW.minus(Duration.ofHours(30)), READER))
                .contains("Retention paused, data is 1 day old");
        assertThat(failed.retentionPaused(NOW.minus(Duration.ofHours(3)), READER))
                .contains("Retention paused, data is less than a day old");
        assertThat(failed.retentionPaused(null, READER)).isEmpty();
    }

    @Test
    void retentionIsPausedWhereNothingSyncsAndOnlyThere() {
        Instant old = NOW.minus(Duration.ofDays(3));

        assertThat(line(ConnectorStatus.DISABLED, sync(State.SUCCEEDED, null), null)
                        .retentionPaused(old, READER))
                .isPresent();
        assertThat(line(ConnectorStatus.CONNECTED, sync(State.SUCCEEDED, null), null)
                        .retentionPaused(old, READER))
                .isEmpty();
    }

    @Test
    void whileItSyncsTheStageAndTheRowsAreTold() {
        StatusLine line = line(ConnectorStatus.CONNECTED, sync(State.RUNNING, null), null);

        assertThat(line.word()).isEqualTo("Syncing");
        assertThat(line.sentence(READER)).isEqualTo("Fetching, 1,200 of 4,000 rows, since 15 min");
    }

    @Test
    void aNewOneHasNotSyncedYet() {
        assertThat(line(ConnectorStatus.CONNECTING, null, null).sentence(READER))
                .isEqualTo("Not synced yet, syncs by hand only");
    }

    @Test
    void oneWhoseDataGoesSaysNothingElse() {
        StatusLine line = line(ConnectorStatus.DELETING, sync(State.RUNNING, null), NOW);

        assertThat(line.word()).isEqualTo("Deleting");
        assertThat(line.sentence(READER)).isEqualTo("Its data is being removed");
    }

    @Test
    void aDisabledOneHasNoNextTime() {
        assertThat(line(ConnectorStatus.DISABLED, sync(State.SUCCEEDED, null), NOW.plus(Duration.ofHours(1)))
                        .sentence(READER))
                .isEqualTo("Synced 14 min ago");
    }

    @Test
    void aTimeThatHasPassedIsDueNow() {
        assertThat(line(ConnectorStatus.CONNECTED, sync(State.SUCCEEDED, null), NOW.minusSeconds(1))
                        .sentence(READER))
                .isEqualTo("Synced 14 min ago, the next is due now");
    }

    private static StatusLine line(ConnectorStatus status, @Nullable LatestSync latest, @Nullable Instant next) {
        return new StatusLine(status, latest, next, next != null);
    }

    private static LatestSync sync(State state, @Nullable String problem) {
        return new LatestSync(
                "7",
                state,
                "Fetching",
                1_200,
                4_000,
                NOW.minus(Duration.ofMinutes(16)),
                NOW.minus(Duration.ofMinutes(15)),
                state == State.RUNNING ? null : NOW.minus(Duration.ofMinutes(14)),
                problem,
                null,
                List.of());
    }
}
