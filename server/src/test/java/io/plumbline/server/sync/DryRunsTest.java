package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.PlannedChange;
import io.plumbline.server.inventory.Verdict;
import io.plumbline.server.platform.web.Conflict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that read everything and change nothing take the connector's place like others, and leave nothing but what they tell. */
class DryRunsTest {

    private final World world = new World();
    private final Vendor vendor = Vendor.of(30, 2);
    private final int connector = world.connector(vendor);
    private final Node node = world.start("a");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void neitherOfThemIsASyncOrChangesAnything() {
        node.sync(connector);
        List<String> before = world.inventory(connector);
        vendor.hosts = Vendor.names(25);

        validated();
        previewed();

        assertThat(world.inventory(connector)).isEqualTo(before);
        assertThat(node.reading.list(connector, List.of(), Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(node.reading.count(connector, List.of())).isEqualTo(1);
        assertThat(node.validations.getLast().verdict()).isEqualTo(Verdict.EXPLAINED);
        assertThat(node.previews.getLast().changes())
                .extracting(PlannedChange::change, PlannedChange::reason, PlannedChange::count)
                .contains(tuple("ARCHIVED", "NOT_RETURNED", 5L));
        assertThat(world.staging()).isZero();
    }

    @Test
    void whatTheGuardWouldStopIsToldAndNotStopped() {
        node.sync(connector);
        vendor.hosts = Vendor.names(3);

        previewed();

        assertThat(node.previews.getLast().guard().stops()).isTrue();
        assertThat(node.previews.getLast().guard().assetsLeaving()).isEqualTo(27);
        assertThat(world.activeAssets(connector)).isEqualTo(30);
    }

    @Test
    void aSyncThatSomebodyWantsDoesNotWaitForThem() throws Exception {
        node.sync(connector);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        DryRun held = node.dryRuns.preview(world.stored(connector), Optional.empty());
        hold.reached.await();

        Sync sync = node.sync(connector);

        assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(node.dryRuns.preview(held.id()).orElseThrow().status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(node.previews).isEmpty();
    }

    @Test
    void theyDoNotPushASyncAside() throws Exception {
        node.sync(connector);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync running = node.request(connector);
        hold.reached.await();

        assertThatThrownBy(() -> node.dryRuns.validate(world.stored(connector))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> node.dryRuns.preview(world.stored(connector), Optional.empty()))
                .isInstanceOf(Conflict.class);

        hold.released.countDown();
        assertThat(node.ended(running.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void oneThatDiesWithItsServerIsClosedAndNotTriedAgain() {
        node.sync(connector);
        node.stop();
        Node dying = world.node("b");
        DryRun killed = dying.dryRuns.validate(world.stored(connector));
        assertThat(dying.records.claim()).isPresent();
        dying.inventory.stage(dying.inventory.raiseFence(connector, killed.id()));

        Node next = world.node("b");
        next.interrupted.closeAtStart();

        DryRun closed = next.dryRuns.validation(killed.id()).orElseThrow();
        assertThat(closed.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(closed.error().code()).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
        assertThat(world.syncs(connector)).hasSize(1);
        assertThat(world.staging()).isZero();
    }

    private void validated() {
        DryRun run = node.dryRuns.validate(world.stored(connector));
        World.await(
                "a verdict",
                () -> !node.dryRuns.validation(run.id()).orElseThrow().underWay());
    }

    private void previewed() {
        DryRun run = node.dryRuns.preview(world.stored(connector), Optional.empty());
        World.await(
                "a preview", () -> !node.dryRuns.preview(run.id()).orElseThrow().underWay());
    }
}
