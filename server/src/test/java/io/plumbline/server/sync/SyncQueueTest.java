package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncQueueTest {

    private final World world = new World();
    private final Vendor vendor = Vendor.of(30, 2);
    private final int connector = world.connector(vendor);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ofManyRequestsAtOnceOneIsTaken() throws Exception {
        Node node = world.node("a");
        CountDownLatch go = new CountDownLatch(1);
        Callable<Boolean> request = () -> {
            go.await();
            try {
                node.request(connector);
                return true;
            } catch (Conflict e) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(request));
            }
            go.countDown();
            int taken = 0;
            for (Future<Boolean> answer : answers) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(world.syncs(connector)).hasSize(1);
    }

    @Test
    void twoServersShareTheQueueAndEveryRunRunsOnce() {
        List<Integer> connectors = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            connectors.add(world.connector(Vendor.of(3, 1)));
        }
        Node a = world.start("a");
        Node b = world.start("b");

        connectors.forEach(a::request);

        for (int id : connectors) {
            Sync sync = b.ended(world.syncs(id).getFirst().toString());
            assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
            assertThat(sync.counts().assets().created()).isEqualTo(3);
        }
    }

    @Test
    void disabledAndDeletedConnectorsDoNotSync() {
        Node node = world.node("a");
        world.disable(connector);
        assertThatThrownBy(() -> node.request(connector))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("disabled");
        world.delete(connector);
        assertThatThrownBy(() -> node.request(connector))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("deleted");
        assertThatThrownBy(() -> node.request(4711)).isInstanceOf(NotFound.class);
        assertThat(world.syncs(connector)).isEmpty();
    }

    @Test
    void runningRetryGivesWayToAManualSync() throws InterruptedException {
        Node node = world.start("a");
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync retry = node.syncs.request(connector, SyncTrigger.RETRY, false);
        hold.reached.await();

        Sync manual = node.sync(connector);

        assertThat(manual.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(node.get(retry.id()).status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
    }

    @Test
    void manualSyncDoesNotGiveWay() throws InterruptedException {
        Node node = world.start("a");
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync first = node.request(connector);
        hold.reached.await();

        assertThatThrownBy(() -> node.request(connector)).isInstanceOf(Conflict.class);

        hold.released.countDown();
        assertThat(node.ended(first.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void wokenRunWhosePlaceWasTakenCanApplyNothing() throws InterruptedException {
        Node node = world.start("a");
        Vendor.Hold hold = vendor.holdDeafAt(Vendor.Point.FINDINGS);
        Sync zombie = node.syncs.request(connector, SyncTrigger.RETRY, false);
        hold.reached.await();
        vendor.hosts = Vendor.names(3);
        Sync manual = node.ended(node.request(connector).id());
        List<String> after = world.inventory(connector);

        hold.released.countDown();
        World.await("the zombie to end", () -> node.runner.live().isEmpty());

        assertThat(manual.counts().assets().created()).isEqualTo(3);
        assertThat(node.get(zombie.id()).status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(world.inventory(connector)).isEqualTo(after);
        assertThat(world.staging()).isZero();
    }

    @Test
    void runWhoseFenceWasRaisedByAnotherAppliesNothingAndIsInterrupted() throws InterruptedException {
        Node node = world.start("a");
        node.sync(connector);
        List<String> before = world.inventory(connector);
        Vendor.Hold hold = vendor.holdDeafAt(Vendor.Point.FINDINGS);
        vendor.hosts = Vendor.names(29);
        // No retry follows a retry, so that nothing else writes.
        Sync sync = node.syncs.request(connector, SyncTrigger.RETRY, false);
        hold.reached.await();

        node.inventory.raiseFence(connector, 999_999);
        hold.released.countDown();

        World.await("the run to end", () -> node.runner.live().isEmpty());
        assertThat(world.inventory(connector)).isEqualTo(before);
        Sync ended = node.get(sync.id());
        assertThat(ended.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(ended.error().code()).isEqualTo(ErrorCode.INTERRUPTED);
    }
}
