package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncGuardTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(40, 1);
    private final int connector = world.connector(vendor);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void guardStopsAMassChangeAndShowsWhatItWouldHaveDone() {
        node.sync(connector);
        List<String> before = world.inventory(connector);
        vendor.hosts = Vendor.names(15);

        Sync sync = node.sync(connector);

        assertThat(sync.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(sync.error().code()).isEqualTo(ErrorCode.MASS_CHANGE_GUARD);
        assertThat(sync.error().message()).contains("25 of 40 assets").contains("50 %");
        assertThat(sync.counts().assets()).isEqualTo(new ChangeCounts.Assets(15, 0, 0, 15, 25, 0));
        assertThat(world.inventory(connector)).isEqualTo(before);
        assertThat(world.health(connector)).isEqualTo("FAILED");
    }

    @Test
    void aPersonConfirmsAndTheVendorIsReadAgain() {
        node.sync(connector);
        vendor.hosts = Vendor.names(15);
        node.sync(connector);
        vendor.hosts = Vendor.names(16);

        Sync sync = node.ended(
                node.syncs.request(connector, SyncTrigger.MANUAL, true).id());

        assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(sync.counts().assets()).isEqualTo(new ChangeCounts.Assets(16, 0, 0, 16, 24, 0));
        assertThat(world.activeAssets(connector)).isEqualTo(16);
    }

    @Test
    void halfIsNotMoreThanHalf() {
        node.sync(connector);
        vendor.hosts = Vendor.names(20);

        assertThat(node.sync(connector).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void nineteenAreTooFewToMatter() {
        vendor.hosts = Vendor.names(21);
        node.sync(connector);
        vendor.hosts = Vendor.names(2);

        assertThat(node.sync(connector).counts().assets().archived()).isEqualTo(19);
    }

    @Test
    void aHundredPercentSwitchesTheGuardOff() {
        world.pull(connector, Pulling.guard(100));
        node.sync(connector);
        vendor.hosts = Vendor.names(0);

        assertThat(node.sync(connector).counts().assets().archived()).isEqualTo(40);
    }

    @Test
    void theShareIsTheConnectors() {
        world.pull(connector, Pulling.guard(62));
        node.sync(connector);
        vendor.hosts = Vendor.names(15);

        assertThat(node.sync(connector).error().code()).isEqualTo(ErrorCode.MASS_CHANGE_GUARD);
        world.pull(connector, Pulling.guard(63));
        assertThat(node.sync(connector).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void findingsTripTheGuardByThemselves() {
        node.sync(connector);
        List<String> before = world.inventory(connector);
        vendor.affected = Map.of();

        Sync sync = node.sync(connector);

        assertThat(sync.error().message()).contains("0 of 40 assets").contains("40 of 40 open findings");
        assertThat(sync.counts().findings()).isEqualTo(new ChangeCounts.Findings(0, 0, 0, 0, 40, 0, 0, 0, 0));
        assertThat(world.inventory(connector)).isEqualTo(before);
    }

    @Test
    void findingsThatAssetsOnlyWouldHideTripTheGuardToo() {
        node.sync(connector);
        world.pull(connector, Pulling.assetsOnly(true));

        assertThat(node.sync(connector).error().code()).isEqualTo(ErrorCode.MASS_CHANGE_GUARD);
    }

    @Test
    void aFirstSyncThatArchivesEverythingCannotTripIt() {
        world.pull(connector, Pulling.removing("CONNECTED"));

        Sync first = node.sync(connector);

        assertThat(first.counts().assets()).isEqualTo(new ChangeCounts.Assets(40, 40, 0, 0, 40, 0));
    }

    @Test
    void whatAPersonAllowsIsAllowedOnce() {
        node.sync(connector);
        vendor.hosts = Vendor.names(15);
        node.ended(node.syncs.request(connector, SyncTrigger.MANUAL, true).id());
        vendor.hosts = Vendor.names(40);
        node.sync(connector);
        vendor.hosts = Vendor.names(15);

        assertThat(node.sync(connector).error().code()).isEqualTo(ErrorCode.MASS_CHANGE_GUARD);
    }
}
