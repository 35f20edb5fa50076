package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class AlarmClockTest {

    private final World world = new World();
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector =
            world.connector(vendor, UnaryOperator.identity(), Optional.of(daily("03:00", "Europe/Berlin")));

    @AfterEach
    void close() {
        world.close();
    }

    private static Schedule daily(String time, String zone) {
        return new Schedule(List.of(LocalTime.parse(time)), Arrays.asList(DayOfWeek.values()), ZoneId.of(zone));
    }

    private void created(Node node) {
        world.transaction.executeWithoutResult(status -> node.events.created(world.stored(connector), false));
    }

    private Instant next(Node node) {
        return node.facts.runs(List.of(world.stored(connector))).get(connector).nextSyncAt();
    }

    private Sync newest(Node node, int count) {
        World.await(count + " syncs", () -> world.syncs(connector).size() == count);
        return node.ended(world.syncs(connector).getLast().toString());
    }

    @Test
    void createdConnectorSyncsAtOnceAndHasItsNextTime() {
        Node node = world.start("a");

        world.transaction.executeWithoutResult(status -> node.events.created(world.stored(connector), true));

        Sync first = newest(node, 1);
        assertThat(first.trigger()).isEqualTo(SyncTrigger.CREATED);
        assertThat(first.status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(next(node)).isEqualTo(Instant.parse("2026-03-11T02:00:00Z"));
    }

    @Test
    void alarmRingsAtItsTimeAndSetsItselfAnew() {
        Node node = world.start("a");
        created(node);

        world.clock.set("2026-03-11T02:00:01Z");
        node.alarms.look();

        assertThat(newest(node, 1).trigger()).isEqualTo(SyncTrigger.SCHEDULED);
        World.await("the next time", () -> next(node).equals(Instant.parse("2026-03-12T02:00:00Z")));
    }

    @Test
    void timeFollowsTheLocalClockAcrossDaylightSaving() {
        Node node = world.start("a");
        world.clock.set("2026-03-28T12:00:00Z");
        created(node);
        assertThat(next(node)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void howeverManyTimesWereMissedOneIsMadeUp() {
        Node before = world.start("a");
        created(before);
        before.stop();

        world.clock.set("2026-03-20T12:00:00Z");
        Node after = world.start("a");
        after.alarms.look();

        assertThat(newest(after, 1).status()).isEqualTo(SyncStatus.SUCCEEDED);
        World.await("the next time", () -> next(after).equals(Instant.parse("2026-03-21T02:00:00Z")));
        assertThat(world.syncs(connector)).hasSize(1);
    }

    @Test
    void disabledConnectorHasNoNextTimeAndIsCancelled() throws InterruptedException {
        Node node = world.start("a");
        created(node);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync running = node.request(connector);
        hold.reached.await();

        world.transaction.executeWithoutResult(status -> {
            world.disable(connector);
            node.events.disabled(world.stored(connector));
        });

        assertThat(node.ended(running.id()).status()).isEqualTo(SyncStatus.CANCELLED);
        assertThat(next(node)).isNull();
        world.clock.set("2026-03-20T12:00:00Z");
        world.transaction.executeWithoutResult(status -> {
            world.enable(connector);
            node.events.enabled(world.stored(connector));
        });
        assertThat(next(node)).isEqualTo(Instant.parse("2026-03-21T02:00:00Z"));
        assertThat(world.syncs(connector)).hasSize(1);
    }

    @Test
    void disabledConnectorMakesUpNoneOfTheTimesItMissed() {
        Node before = world.start("a");
        created(before);
        before.stop();
        world.disable(connector);
        world.clock.set("2026-03-20T12:00:00Z");

        Node after = world.start("a");
        after.alarms.look();
        World.await(
                "its alarm to be gone",
                () -> world.jdbc
                                .sql("select count(*) from scheduled_tasks where task_name = 'sync'")
                                .query(Long.class)
                                .single()
                        == 0);

        assertThat(world.syncs(connector)).isEmpty();
        assertThat(next(after)).isNull();
    }

    @Test
    void changedScheduleHoldsAtOnceAndManualHasNone() {
        Node node = world.start("a");
        created(node);
        change(node, Optional.of(daily("22:30", "UTC")));
        assertThat(next(node)).isEqualTo(Instant.parse("2026-03-10T22:30:00Z"));

        change(node, Optional.empty());
        assertThat(next(node)).isNull();
    }

    private void change(Node node, Optional<Schedule> schedule) {
        world.transaction.executeWithoutResult(status -> {
            Connector before = world.stored(connector);
            node.events.changed(before, world.reschedule(connector, schedule), false);
        });
    }

    @Test
    void timeThatFallsIntoARunningSyncIsSkippedAndLogged() throws InterruptedException {
        Node node = world.start("a");
        created(node);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.ASSETS);
        Sync running = node.request(connector);
        hold.reached.await();

        world.clock.set("2026-03-11T02:00:01Z");
        node.alarms.look();
        World.await("the next time", () -> next(node).equals(Instant.parse("2026-03-12T02:00:00Z")));
        hold.released.countDown();

        node.ended(running.id());
        assertThat(world.syncs(connector)).hasSize(1);
        assertThat(node.reading.log(Long.parseLong(running.id()), List.of(), List.of()))
                .anyMatch(line -> line.message().contains("2026-03-11T02:00:00Z is skipped"));
    }

    @Test
    void defaultScheduleIsMovedByTheConnectorsOffset() {
        int other = world.connector(vendor, UnaryOperator.identity(), Optional.of(Schedule.DEFAULT));
        Duration offset = Schedule.DEFAULT.offsetFor(other);
        world.clock.set("2026-03-10T01:00:00Z");
        Node node = world.start("a");
        assertThat(node.facts.runs(List.of(world.stored(other))).get(other).nextSyncAt())
                .isEqualTo(Instant.parse("2026-03-10T01:00:00Z").plus(offset));
    }

    @Test
    void retentionRunsDailyAndOnlyAfterASoundSync() {
        change(world.node("off"), Optional.empty());
        int failing = world.connector(Vendor.of(5, 1));
        Node node = world.start("a");
        node.sync(connector);
        node.sync(failing);
        world.clock.advance(Duration.ofDays(10));
        Vendor.Hold unused = vendor.holdAt(Vendor.Point.PROBE);
        node.alarms.look();
        World.await("retention of both", () -> retentions("SUCCEEDED") == 2);
        assertThat(world.activeAssets(connector)).isEqualTo(5);
        world.disable(failing);

        world.clock.advance(Duration.ofDays(81));
        node.alarms.look();

        World.await("retention of one", () -> retentions("SUCCEEDED") == 3);
        assertThat(world.activeAssets(connector)).isZero();
        assertThat(world.activeAssets(failing)).isEqualTo(5);
        assertThat(node.listing.list(connector, new LinkedMultiValueMap<>()).total())
                .isEqualTo(1);
        assertThat(unused.reached.getCount()).isEqualTo(1);
    }

    private long retentions(String status) {
        return world.jdbc
                .sql("select count(*) from sync where kind = 'RETENTION' and status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    @Test
    void deletedConnectorGoesWithItsSyncsOnceItsRunIsGone() throws InterruptedException {
        Node node = world.start("a");
        created(node);
        node.sync(connector);
        Vendor.Hold hold = vendor.holdAt(Vendor.Point.FINDINGS);
        node.request(connector);
        hold.reached.await();

        world.transaction.executeWithoutResult(status -> {
            world.delete(connector);
            node.events.deleting(world.stored(connector));
        });

        World.await("the connector to go", () -> {
            world.clock.advance(Duration.ofSeconds(1));
            node.alarms.look();
            return world.sources().find(connector).isEmpty();
        });
        assertThat(world.syncs(connector)).isEmpty();
        assertThat(world.inventory(connector)).isEmpty();
        World.await(
                "its alarms to go",
                () -> world.jdbc
                                .sql("select count(*) from scheduled_tasks where task_name <> 'retention'")
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
