package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class SyncLifeTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void firstSyncBringsEverythingIn() {
        Sync sync = node.sync(connector);

        assertThat(sync.error()).isNull();
        assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(sync.stage()).isEqualTo(SyncStage.DONE);
        assertThat(sync.counts().assets()).isEqualTo(new ChangeCounts.Assets(5, 5, 0, 0, 0, 0));
        assertThat(sync.counts().findings()).isEqualTo(new ChangeCounts.Findings(10, 10, 0, 0, 0, 0, 0, 0, 0));
        assertThat(sync.progress()).isEqualTo(new Sync.Progress(7, 7));
        assertThat(sync.stages()).extracting(StageTimes::stage).containsExactly(SyncStage.values());
        assertThat(world.health(connector)).isEqualTo("CONNECTED");
        assertThat(world.staging()).isZero();
    }

    @Test
    void secondSyncOfTheSameDataChangesNothing() {
        node.sync(connector);

        Sync second = node.sync(connector);

        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(5, 0, 0, 5, 0, 0));
        assertThat(second.counts().findings()).isEqualTo(new ChangeCounts.Findings(10, 0, 0, 10, 0, 0, 0, 0, 0));
    }

    @Test
    void assetThatTheBigReadOverlooksStays() {
        node.sync(connector);
        vendor.overlooked = List.of("host-002");

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets()).isEqualTo(new ChangeCounts.Assets(5, 0, 0, 5, 0, 0));
        assertThat(log(sync)).anyMatch(line -> line.contains("1 assets were not returned"));
    }

    @Test
    void assetThatIsGoneIsArchived() {
        node.sync(connector);
        vendor.hosts = Vendor.names(4);

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets()).isEqualTo(new ChangeCounts.Assets(4, 0, 0, 4, 1, 0));
        assertThat(sync.counts().findings().onArchived()).isEqualTo(2);
    }

    @Test
    void droppedRowsProveNoAbsenceAndAreWarnedOf() {
        node.sync(connector);
        vendor.hosts = Vendor.names(4);
        vendor.affected = Map.of();
        vendor.droppedAssets = 1;
        vendor.droppedFindings = 2;

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets().archived()).isZero();
        assertThat(sync.counts().findings().fixed()).isZero();
        assertThat(sync.warnings()).extracting(SyncWarning::code).containsExactly("ROWS_DROPPED", "ROWS_DROPPED");
    }

    @Test
    void skippedFindingsAreNullAndWarnedOf() {
        node.sync(connector);
        vendor.findingsSkipped = true;

        Sync sync = node.sync(connector);

        assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(sync.counts().findings()).isNull();
        assertThat(sync.warnings())
                .containsExactly(new SyncWarning("FINDINGS_SKIPPED", "No vulnerability data.", "Look at the licence."));
    }

    @Test
    void assetsOnlyReadsNoFindings() {
        int assetsOnly = world.connector(vendor, Pulling.assetsOnly(true), Optional.empty());
        vendor.failAt(Vendor.Point.FINDINGS, new IllegalStateException("not to be read"));

        Sync sync = node.sync(assetsOnly);

        assertThat(sync.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(sync.counts().findings()).isNull();
    }

    @Test
    void failureOfTheVendorLeavesTheInventoryAndIsShownAsItIs() {
        node.sync(connector);
        List<String> before = world.inventory(connector);
        vendor.hosts = List.of();
        for (Vendor.Point point : List.of(Vendor.Point.PROBE, Vendor.Point.ASSETS, Vendor.Point.FINDINGS)) {
            vendor.mend();
            vendor.failAt(
                    point,
                    new ConnectorException(
                            ErrorCode.RATE_LIMITED, "Too much.", "Wait.", "429 Too Many Requests", null));

            Sync sync = node.sync(connector);

            assertThat(sync.status()).isEqualTo(SyncStatus.FAILED);
            assertThat(sync.error())
                    .isEqualTo(new SyncError(ErrorCode.RATE_LIMITED, "Too much.", "Wait.", "429 Too Many Requests"));
            assertThat(world.inventory(connector)).isEqualTo(before);
            assertThat(world.health(connector)).isEqualTo("FAILED");
            assertThat(world.staging()).isZero();
        }
    }

    @Test
    void failedSyncKeepsWhatItReceivedAndNothingElse() {
        vendor.failAt(Vendor.Point.FINDINGS, new IllegalStateException("secret-looking internals"));

        Sync sync = node.sync(connector);

        assertThat(sync.counts().assets()).isEqualTo(ChangeCounts.Assets.onlyReceived(5));
        assertThat(sync.counts().findings()).isEqualTo(ChangeCounts.Findings.onlyReceived(0));
        assertThat(sync.error().code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(sync.error().message()).contains("incident").doesNotContain("secret-looking");
        assertThat(log(sync)).noneMatch(line -> line.contains("secret-looking"));
    }

    @Test
    void connectorComesBackFromFailedWithASuccess() {
        vendor.failAt(Vendor.Point.PROBE, new IllegalStateException("no"));
        node.sync(connector);
        vendor.mend();

        node.sync(connector);

        assertThat(world.health(connector)).isEqualTo("CONNECTED");
    }

    @Test
    void progressIsLiveAndCountsEndpointsThenRows() throws InterruptedException {
        Vendor.Hold assets = vendor.holdAt(Vendor.Point.ASSETS);
        Vendor.Hold findings = vendor.holdAt(Vendor.Point.FINDINGS);
        Sync sync = node.request(connector);
        assets.reached.await();
        World.await("five endpoints", () -> node.get(sync.id()).progress().equals(new Sync.Progress(5, 5)));
        assertThat(node.get(sync.id()).stage()).isEqualTo(SyncStage.FETCHING);

        assets.released.countDown();
        findings.reached.await();

        World.await("two rows more", () -> node.get(sync.id()).progress().equals(new Sync.Progress(7, 7)));
        findings.released.countDown();
        assertThat(node.ended(sync.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void logTellsTheStoryWithoutControlCharacters() {
        vendor.says = "evil\u001b[2J\nforged line\u202e";

        Sync sync = node.sync(connector);

        assertThat(log(sync))
                .anyMatch(line -> line.endsWith("evil\\u001B[2J\\nforged line\\u202E"))
                .anyMatch(line -> line.contains("Assets: 5 received; 5 created"))
                .allMatch(line -> line.startsWith("2026-03-10T12:00:00Z "));
    }

    @Test
    void namesThatNoAssetBearsAreReported() {
        vendor.affected = Map.of("CVE-2026-1", List.of("host-001", "HOST-002", "nobody"));

        Sync sync = node.sync(connector);

        assertThat(sync.counts().findings().unmatched()).isEqualTo(2);
        assertThat(log(sync))
                .anyMatch(line -> line.contains("2 findings are on names that no asset bears, 1 of them only because")
                        && line.contains("nobody"));
    }

    @Test
    void metersCountRuns() {
        node.sync(connector);

        assertThat(node.meters
                        .get("plumbline.sync.duration")
                        .tag("status", "succeeded")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void syncsAreListedNewestFirstInPages() {
        Sync first = node.sync(connector);
        Sync second = node.sync(connector);

        Page<Sync> page = node.listing.list(connector, MultiValueMap.fromSingleValue(Map.of("limit", "1")));
        Page<Sync> next = node.listing.list(
                connector, MultiValueMap.fromSingleValue(Map.of("limit", "1", "cursor", page.nextCursor())));

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(Sync::id).containsExactly(second.id());
        assertThat(next.items()).extracting(Sync::id).containsExactly(first.id());
        assertThat(next.nextCursor()).isNull();
    }

    private List<String> log(Sync sync) {
        return node.reading.log(Long.parseLong(sync.id()), List.of(), List.of()).stream()
                .map(LogLine::text)
                .toList();
    }
}
