package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.NotFound;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncCancelTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(30, 2);
    private final int connector = world.connector(vendor);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.Point.class)
    void cancelInterruptsTheReadAndChangesNothing(Vendor.Point point) throws InterruptedException {
        node.sync(connector);
        List<String> before = world.inventory(connector);
        vendor.hosts = Vendor.names(25);
        Vendor.Hold hold = vendor.holdAt(point);
        Sync sync = node.request(connector);
        hold.reached.await();

        node.syncs.cancel(Long.parseLong(sync.id()));

        Sync ended = node.ended(sync.id());
        assertThat(ended.status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(ended.error().code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(world.inventory(connector)).isEqualTo(before);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
        assertThat(world.staging()).isZero();
    }

    @Test
    void cancelLeavesAFailedConnectorFailed() throws InterruptedException {
        vendor.failAt(Vendor.Point.PROBE, new IllegalStateException("no"));
        node.sync(connector);
        vendor.mend();
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync sync = node.request(connector);
        hold.reached.await();
        node.syncs.cancel(Long.parseLong(sync.id()));

        assertThat(node.ended(sync.id()).status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(world.health(connector)).isEqualTo("FAILED");
    }

    @Test
    void cancelReachesARunOfAnotherServer() throws InterruptedException {
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync sync = node.request(connector);
        hold.reached.await();
        Node other = world.node("b");

        other.syncs.cancel(Long.parseLong(sync.id()));

        assertThat(node.ended(sync.id()).status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(world.health(connector)).isEqualTo("CONNECTING");
    }

    @Test
    void queuedSyncIsCancelledAtOnce() {
        Node idle = world.node("idle");
        node.stop();
        Sync sync = idle.request(connector);

        Sync cancelled = idle.syncs.cancel(Long.parseLong(sync.id()));

        assertThat(cancelled.status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(cancelled.startedAt()).isNull();
    }

    @Test
    void endedSyncCannotBeCancelled() {
        Sync sync = node.sync(connector);

        assertThatThrownBy(() -> node.syncs.cancel(Long.parseLong(sync.id())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void syncThatCommitsCannotBeCancelled() throws Exception {
        node.sync(connector);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.FINDINGS);
        Sync sync = node.request(connector);
        hold.reached.await();
        try (Connection connection = world.testDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whoever applies waits here.
            statement.execute("select * from connector_inventory for update");
            hold.released.countDown();
            World.await(
                    "the commit to begin",
                    () -> world.jdbc
                            .sql("select committing from sync where id = " + sync.id())
                            .query(Boolean.class)
                            .single());

            assertThatThrownBy(() -> node.syncs.cancel(Long.parseLong(sync.id())))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("too late");
            connection.rollback();
        }
        assertThat(node.ended(sync.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void unknownSyncIsNotFound() {
        assertThatThrownBy(() -> node.syncs.cancel(4711)).isInstanceOf(NotFound.class);
    }
}
