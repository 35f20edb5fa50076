package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import java.util.List;
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
}
