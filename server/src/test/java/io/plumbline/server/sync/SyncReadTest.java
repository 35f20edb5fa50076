package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a sync asks, what it takes for evidence, and what it keeps of a read that broke off. */
class SyncReadTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(250, 1);
    private final int connector = world.connector(vendor, Pulling.guard(100), Optional.empty());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsMissingIsAskedForAHundredAtATimeAndOnlyWhatIsThenNotThereIsArchived() {
        node.sync(connector);
        assertThat(vendor.asked).isEmpty();
        vendor.overlooked = Vendor.names(250).subList(10, 240);
        vendor.hosts = Vendor.names(200);

        Sync second = node.sync(connector);

        assertThat(vendor.asked).containsExactly(100, 100, 40);
        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(200, 0, 0, 200, 50, 0));
    }

    @Test
    void archivedAssetsAreNotAskedFor() {
        node.sync(connector);
        vendor.hosts = Vendor.names(240);
        node.sync(connector);
        vendor.asked.clear();

        node.sync(connector);

        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereAbsenceProvesNothingAnyway() {
        node.sync(connector);
        vendor.hosts = Vendor.names(200);
        vendor.droppedAssets = 1;

        assertThat(node.sync(connector).counts().assets().archived()).isZero();
        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void rowsDroppedFromTheAnswerLeaveEverythingAsItIsWithAWarning() {
        node.sync(connector);
        vendor.hosts = Vendor.names(200);
        vendor.droppedInConfirmation = 1;

        Sync second = node.sync(connector);

        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(200, 0, 0, 200, 0, 0));
        assertThat(second.warnings()).extracting(SyncWarning::code).containsExactly("ROWS_DROPPED");
        assertThat(second.warnings().getFirst().message()).startsWith("1 row of endpoints");
    }

    @Test
    void whatASourceCautionsOfIsShownBesideTheSyncAndInItsLog() {
        vendor.cautions = "Something is odd.";

        Sync sync = node.sync(connector);

        assertThat(sync.warnings()).containsExactly(new SyncWarning("ODD", "Something is odd.", "Look into it."));
        assertThat(node.reading.log(Long.parseLong(sync.id()), List.of(LogLine.Level.WARN), List.of()))
                .extracting(LogLine::message)
                .contains("Something is odd.");
    }

    @Test
    void assetsThatSearchesKnowInPartOnlyAreCountedInTheLog() {
        vendor.addresses =
                IntStream.range(0, 250).mapToObj(n -> "10.0.100." + n).toList();

        Sync sync = node.sync(connector);

        assertThat(node.reading.log(Long.parseLong(sync.id()), List.of(LogLine.Level.WARN), List.of()))
                .extracting(LogLine::message)
                .containsExactly("250 × asset has so many addresses that searches find it by the first ones only");
    }

    @Test
    void aReadThatBreaksOffKeepsHowManyAssetsItReceived() {
        vendor.failAt(Vendor.Point.ASSETS, broken());

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets()).isEqualTo(ChangeCounts.Assets.onlyReceived(250));
        assertThat(sync.counts().findings()).isEqualTo(ChangeCounts.Findings.onlyReceived(0));
    }

    @Test
    void aReadThatBreaksOffKeepsHowManyPairsItReceived() {
        vendor.affected =
                Map.of("CVE-2026-1", List.of("host-001", "host-001", "nobody"), "CVE-2026-2", List.of("host-001"));
        vendor.failAt(Vendor.Point.FINDINGS, broken());

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets()).isEqualTo(ChangeCounts.Assets.onlyReceived(250));
        assertThat(sync.counts().findings()).isEqualTo(ChangeCounts.Findings.onlyReceived(3));
    }

    private static ConnectorException broken() {
        return new ConnectorException(ErrorCode.INCOMPLETE_RESPONSE, "It broke off.", "Sync again.", null, null);
    }
}
