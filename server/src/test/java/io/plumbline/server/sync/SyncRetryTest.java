package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sync that failed is tried again by itself, later each time, until it succeeds or nobody would believe any more that it will. */
class SyncRetryTest {

    private final World world = new World();
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);
    private final Node node = world.start("a");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aVendorThatGivesNothingIsTriedThreeTimesMore() {
        fail(ErrorCode.VENDOR_UNAVAILABLE, Vendor.Point.PROBE);

        assertThat(pausesUntilTheEnd()).containsExactly(minutes(5), minutes(15), minutes(45));
    }

    @Test
    void oneThatBreaksOffIsTriedSoonerAndMoreOften() {
        fail(ErrorCode.INCOMPLETE_RESPONSE, Vendor.Point.FINDINGS);

        assertThat(pausesUntilTheEnd()).containsExactly(minutes(2), minutes(5), minutes(15), minutes(30), minutes(60));
    }

    @Test
    void anOutageOfAnHourEndsWithoutHelp() {
        fail(ErrorCode.CONNECTION_FAILED, Vendor.Point.PROBE);
        Sync failed = first();
        for (Duration pause : List.of(minutes(5), minutes(15))) {
            failed = after(pause, failed);
            assertThat(failed.status()).isEqualTo(SyncStatus.FAILED);
        }
        assertThat(node.facts
                        .runs(List.of(world.stored(connector)))
                        .get(connector)
                        .nextSyncAt())
                .isEqualTo(failed.retryAt());
        assertThat(node.reading.log(Long.parseLong(failed.id()), List.of(), List.of()))
                .extracting(LogLine::message)
                .contains("It is tried again by itself at " + failed.retryAt() + ", as attempt 4.");
        vendor.mend();

        Sync done = after(minutes(45), failed);

        assertThat(done.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(done.trigger()).isEqualTo(SyncTrigger.RETRY);
        assertThat(done.attempt()).isEqualTo(4);
        assertThat(world.activeAssets(connector)).isEqualTo(5);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
    }

    @Test
    void aQuotaThatIsGoneIsTriedAgainWhenThereIsANewOne() {
        fail(ErrorCode.QUERY_QUOTA_EXCEEDED, Vendor.Point.FINDINGS);

        assertThat(first().retryAt()).isEqualTo(Instant.parse("2026-03-11T00:10:00Z"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "AUTHENTICATION_FAILED",
                "PERMISSION_DENIED",
                "LICENSE_MISSING",
                "ENDPOINT_LIMIT_EXCEEDED",
                "TLS_FAILED",
                "INVALID_RESPONSE"
            })
    void whatDoesNotPassByItselfIsNotTriedAgain(ErrorCode code) {
        fail(code, Vendor.Point.PROBE);

        assertThat(first().retryAt()).isNull();
    }

    @Test
    void whoHasStartedOneSeesThatItFailed() {
        fail(ErrorCode.VENDOR_UNAVAILABLE, Vendor.Point.PROBE);

        assertThat(node.sync(connector).retryAt()).isNull();
    }

    @Test
    void nothingIsTriedAgainThatHasBeenDoneMeanwhile() {
        fail(ErrorCode.VENDOR_UNAVAILABLE, Vendor.Point.PROBE);
        Sync failed = first();
        vendor.mend();
        node.sync(connector);

        world.clock.advance(minutes(6));
        World.await("the retry to be dropped", () -> node.get(failed.id()).retryAt() == null);

        assertThat(world.syncs(connector)).hasSize(2);
    }

    @Test
    void aDisabledConnectorIsLeftAlone() {
        fail(ErrorCode.VENDOR_UNAVAILABLE, Vendor.Point.PROBE);
        Sync failed = first();
        world.disable(connector);

        world.clock.advance(minutes(6));
        World.await("the retry to be dropped", () -> node.get(failed.id()).retryAt() == null);

        assertThat(world.syncs(connector)).hasSize(1);
    }

    private void fail(ErrorCode code, Vendor.Point point) {
        vendor.failAt(point, new ConnectorException(code, "It failed.", "Wait.", null, null));
    }

    private Sync first() {
        return node.ended(
                node.syncs.request(connector, SyncTrigger.SCHEDULED, false).id());
    }

    private List<Duration> pausesUntilTheEnd() {
        List<Duration> pauses = new ArrayList<>();
        Sync failed = first();
        while (failed.retryAt() != null) {
            Duration pause = Duration.between(world.clock.instant(), failed.retryAt());
            pauses.add(pause);
            failed = after(pause, failed);
        }
        return pauses;
    }

    /** The one that follows by itself, as it ended. */
    private Sync after(Duration pause, Sync failed) {
        assertThat(failed.retryAt()).isEqualTo(world.clock.instant().plus(pause));
        world.clock.advance(pause);
        World.await("another try", () -> !newest().equals(failed.id()));
        return node.ended(newest());
    }

    private String newest() {
        return Objects.requireNonNull(world.syncs(connector).getLast()).toString();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
