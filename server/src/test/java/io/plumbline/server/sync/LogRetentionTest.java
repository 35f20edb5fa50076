package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.setting.StoredSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogRetentionTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);
    private final StoredSettings settings = new StoredSettings(world.jdbc, world.clock);
    private final LogRetention retention = new LogRetention(settings, world.jdbc, world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    private long lines(Sync sync) {
        return node.reading.log(Long.parseLong(sync.id()), List.of(), List.of()).size();
    }

    @Test
    void linesGoAfterNinetyDaysAndTheRecordStays() {
        Sync sync = node.sync(connector);

        world.clock.advance(Duration.ofDays(90));
        retention.removeOld();
        assertThat(lines(sync)).isPositive();

        world.clock.advance(Duration.ofSeconds(1));
        retention.removeOld();
        assertThat(lines(sync)).isZero();
        assertThat(node.get(sync.id()).counts()).isEqualTo(sync.counts());
    }

    @Test
    void whatIsSetHoldsAtOnce() {
        Sync sync = node.sync(connector);
        world.clock.advance(Duration.ofDays(8));

        settings.set(LogRetention.SETTING, 8, "somebody");
        retention.removeOld();
        assertThat(lines(sync)).isPositive();

        settings.set(LogRetention.SETTING, 7, "somebody");
        retention.removeOld();
        assertThat(lines(sync)).isZero();
    }

    @Test
    void aSyncThatHasNotEndedKeepsItsLogHoweverOldItIs() throws InterruptedException {
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.FINDINGS);
        Sync running = node.request(connector);
        hold.reached.await();
        World.await("its first lines", () -> lines(running) > 0);

        world.clock.advance(Duration.ofDays(1_000));
        retention.removeOld();

        assertThat(lines(running)).isPositive();
        hold.released.countDown();
        assertThat(node.ended(running.id()).status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void moreThanOneBatchGoesToo() {
        Sync sync = node.sync(connector);
        world.jdbc
                .sql("""
                        insert into sync_log (sync_id, position, at, level, stage, message)
                        select :sync, n + 1000, :at, 'INFO', 'DONE', 'line' from generate_series(1, :lines) as n""")
                .param("sync", Long.parseLong(sync.id()))
                .param("at", world.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("lines", LogRetention.BATCH * 2)
                .update();

        world.clock.advance(Duration.ofDays(91));
        retention.removeOld();

        assertThat(lines(sync)).isZero();
    }

    @Test
    void theDailyAlarmDoesIt() {
        Sync sync = node.sync(connector);

        world.clock.advance(Duration.ofDays(91));
        node.alarms.look();

        World.await("the lines to go", () -> lines(sync) == 0);
    }
}
