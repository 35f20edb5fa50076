package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The daily run: whom it judges, by which rules, and what it removes. */
class RetentionTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);

    @BeforeEach
    void bringIn() {
        node.sync(connector);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void assetsPastTheirRetentionAreArchivedWithoutASync() {
        days(91);

        assertThat(run()).isEqualTo("SUCCEEDED");
        assertThat(world.activeAssets(connector)).isZero();
        assertThat(reasons()).containsExactly("2");
        assertThat(world.syncs(connector))
                .as("retention runs are no syncs to a reader")
                .hasSize(1);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
    }

    @Test
    void itJudgesByTheSettingsOfThatDay() {
        world.pull(connector, Pulling.removing("CONNECTED"));
        days(1);

        assertThat(run()).isEqualTo("SUCCEEDED");
        assertThat(reasons()).containsExactly("3");
    }

    @Test
    void changedSettingsAloneChangeNothing() {
        List<String> before = world.inventory(connector);
        world.pull(connector, Pulling.retention(1));
        world.pull(connector, Pulling.removing("CONNECTED"));
        world.pull(connector, Pulling.assetsOnly(true));

        assertThat(world.inventory(connector)).isEqualTo(before);
    }

    @Test
    void aConnectorWhoseLastSyncFailedIsLeftAlone() {
        vendor.failAt(Vendor.Point.PROBE, new IllegalStateException("no"));
        node.sync(connector);

        assertLeftAlone();
    }

    @Test
    void aConnectorWhoseLastSyncWasCancelledIsLeftAlone() throws InterruptedException {
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync sync = node.request(connector);
        hold.reached.await();
        node.syncs.cancel(Long.parseLong(sync.id()));
        node.ended(sync.id());

        assertLeftAlone();
    }

    @Test
    void aDisabledConnectorIsLeftAlone() {
        world.disable(connector);

        assertLeftAlone();
    }

    @Test
    void aConnectorOnItsWayOutIsLeftAlone() {
        world.delete(connector);

        assertLeftAlone();
    }

    @Test
    void aConnectorThatHasNeverSyncedIsLeftAlone() {
        int fresh = world.connector(vendor);
        days(91);
        node.syncs.retention(world.stored(fresh));

        assertThat(retentions(fresh)).isEmpty();
    }

    private void assertLeftAlone() {
        List<String> before = world.inventory(connector);
        days(91);
        node.syncs.retention(world.stored(connector));

        assertThat(retentions(connector)).isEmpty();
        assertThat(world.inventory(connector)).isEqualTo(before);
    }

    @Test
    void whatASyncIsDoingIsNotDisturbed() throws InterruptedException {
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync sync = node.request(connector);
        hold.reached.await();
        node.syncs.retention(world.stored(connector));
        hold.released.countDown();

        assertThat(node.ended(sync.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(retentions(connector)).isEmpty();
    }

    @Test
    void theGuardStopsItLikeASyncAndTheConnectorStaysConnected() {
        vendor.hosts = Vendor.names(40);
        node.sync(connector);
        List<String> before = world.inventory(connector);
        days(91);

        assertThat(run()).isEqualTo("FAILED");
        assertThat(world.inventory(connector)).isEqualTo(before);
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
        assertThat(world.jdbc
                        .sql("select error ->> 'code' from sync where kind = 'RETENTION'")
                        .query(String.class)
                        .single())
                .isEqualTo(ErrorCode.MASS_CHANGE_GUARD.name());
    }

    @Test
    void whatIsOldIsRemovedAlsoWhereTheGuardStopsTheRest() {
        vendor.hosts = Vendor.names(40);
        node.sync(connector);
        vendor.hosts = Vendor.names(40).subList(1, 40);
        node.sync(connector);
        days(366);

        assertThat(run()).isEqualTo("FAILED");
        assertThat(assets()).isEqualTo(39);
    }

    @Test
    void whatIsOlderThanTheConnectorKeepsItIsRemoved() {
        vendor.hosts = Vendor.names(4);
        node.sync(connector);
        days(364);
        node.sync(connector);
        assertThat(run()).isEqualTo("SUCCEEDED");
        assertThat(assets()).isEqualTo(5);

        days(2);
        node.sync(connector);
        assertThat(run()).isEqualTo("SUCCEEDED");
        assertThat(assets()).isEqualTo(4);
        assertThat(findings()).isEqualTo(8);
    }

    private void days(int days) {
        world.clock.advance(Duration.ofDays(days));
    }

    /** @return the status it ended with */
    private String run() {
        int before = retentions(connector).size();
        node.syncs.retention(world.stored(connector));
        World.await("a daily run", () -> {
            List<String> statuses = retentions(connector);
            return statuses.size() > before
                    && !List.of("QUEUED", "RUNNING").contains(statuses.getLast())
                    && node.runner.live().isEmpty();
        });
        return retentions(connector).getLast();
    }

    private List<String> retentions(int id) {
        return world.jdbc
                .sql("select status from sync where connector_id = :id and kind = 'RETENTION' order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private List<String> reasons() {
        return world.jdbc
                .sql("select distinct archived_reason::text from asset where connector_id = :id")
                .param("id", connector)
                .query(String.class)
                .list();
    }

    private long assets() {
        return count("asset");
    }

    private long findings() {
        return count("finding");
    }

    private long count(String table) {
        return world.jdbc
                .sql("select count(*) from " + table + " where connector_id = :id")
                .param("id", connector)
                .query(Long.class)
                .single();
    }
}
