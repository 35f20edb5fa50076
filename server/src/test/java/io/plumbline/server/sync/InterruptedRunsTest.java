package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptedRunsTest {

    private final World world = new World();
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);

    @AfterEach
    void close() {
        world.close();
    }

    /** What a killed server leaves: a claimed run with a staging, and nobody who runs it. */
    private Sync killed(Node node, SyncTrigger trigger) {
        Sync sync = node.syncs.request(connector, trigger, false);
        assertThat(node.records.claim()).isPresent();
        long id = Long.parseLong(sync.id());
        node.inventory.stage(node.inventory.raiseFence(connector, id));
        return sync;
    }

    @Test
    void serverClosesItsPredecessorsRunsAtStartAndRetriesOnce() {
        Sync dead = killed(world.node("a"), SyncTrigger.MANUAL);

        Node next = world.node("a");
        next.interrupted.closeAtStart();

        Sync closed = next.get(dead.id());
        assertThat(closed.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(closed.error().code()).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(world.health(connector)).isEqualTo("FAILED");
        assertThat(world.staging()).isZero();

        next.lifecycle.start();
        List<Long> syncs = world.syncs(connector);
        assertThat(syncs).hasSize(2);
        Sync retry = next.ended(syncs.getLast().toString());
        assertThat(retry.trigger()).isEqualTo(SyncTrigger.RETRY);
        assertThat(retry.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
    }

    @Test
    void interruptedRetryIsNotRetried() {
        killed(world.node("a"), SyncTrigger.RETRY);

        world.node("a").interrupted.closeAtStart();

        assertThat(world.syncs(connector)).hasSize(1);
    }

    @Test
    void disabledConnectorIsNotRetried() {
        killed(world.node("a"), SyncTrigger.MANUAL);
        world.disable(connector);

        world.node("a").interrupted.closeAtStart();

        assertThat(world.syncs(connector)).hasSize(1);
    }

    @Test
    void runsOfAServerThatLivesAreLeftAloneAtStart() {
        Sync running = killed(world.node("a"), SyncTrigger.MANUAL);

        Node other = world.node("b");
        other.interrupted.closeAtStart();

        assertThat(other.get(running.id()).status()).isEqualTo(SyncStatus.RUNNING);
        assertThat(world.staging()).isEqualTo(1);
    }

    @Test
    void watchdogClosesARunWhoseHeartStandsStill() {
        Sync dead = killed(world.node("a"), SyncTrigger.MANUAL);
        Node other = world.node("b");
        Watchdog watchdog = new Watchdog(other.interrupted);
        long second = 1_000_000_000L;

        watchdog.look(0);
        watchdog.look(29 * second);
        assertThat(other.get(dead.id()).status()).isEqualTo(SyncStatus.RUNNING);
        watchdog.look(31 * second);

        assertThat(other.get(dead.id()).status()).isEqualTo(SyncStatus.FAILED);
        assertThat(world.syncs(connector)).hasSize(2);
    }

    @Test
    void watchdogLeavesARunWhoseHeartBeats() {
        Node node = world.node("a");
        Sync living = killed(node, SyncTrigger.MANUAL);
        Watchdog watchdog = new Watchdog(world.node("b").interrupted);
        long second = 1_000_000_000L;

        watchdog.look(0);
        world.jdbc.sql("update sync set heartbeats = heartbeats + 1").update();
        watchdog.look(31 * second);

        assertThat(node.get(living.id()).status()).isEqualTo(SyncStatus.RUNNING);
    }

    @Test
    void shutdownClosesARunAsInterruptedAndTheNextStartRetries() throws InterruptedException {
        Node node = world.start("a");
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.FINDINGS);
        Sync sync = node.request(connector);
        hold.reached.await();

        node.stop();

        Sync closed = node.get(sync.id());
        assertThat(closed.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(closed.error().code()).isEqualTo(ErrorCode.INTERRUPTED);
        Node next = world.start("a");
        assertThat(next.ended(world.syncs(connector).getLast().toString()).status())
                .isEqualTo(SyncStatus.SUCCEEDED);
    }
}
