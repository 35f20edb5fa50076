package io.plumbline.server.sync;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.InventoryDeletion;
import io.plumbline.server.inventory.InventoryPurge;
import io.plumbline.server.inventory.Validation;
import io.plumbline.server.platform.setting.StoredSettings;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server, wired by hand. */
final class Node {

    /** What came of comparing, the oldest first. */
    final List<Validation> validations = new CopyOnWriteArrayList<>();

    /** What was told instead of being changed, likewise. */
    final List<PreviewSink.Preview> previews = new CopyOnWriteArrayList<>();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Inventory inventory;
    final SyncQueue queue;
    final RunRecords records;
    final SyncReading reading;
    final Runner runner;
    final Syncs syncs;
    final DryRuns dryRuns;
    final InterruptedRuns interrupted;
    final AlarmClock alarms;
    final ConnectorEvents events;
    final RunFacts facts;
    final SyncLifecycle lifecycle;
    final SyncListing listing;

    Node(World world, NodeId id) {
        Json json = new Json();
        Sources sources = world.sources();
        inventory = new Inventory(world.database, world.jdbc, world.transaction);
        queue = new SyncQueue(world.jdbc, world.clock, json);
        records = new RunRecords(world.jdbc, id, world.clock, json);
        reading = new SyncReading(world.jdbc, json);
        DryEnd dryEnd = new DryEnd(records, world.transaction);
        RunExecution execution = new RunExecution(
                inventory,
                sources,
                records,
                new Commit(inventory, records),
                new RunValidation(
                        inventory,
                        dryEnd,
                        reading,
                        (connector, run, sync, at, validation) -> validations.add(validation),
                        Objects.requireNonNull(world.transaction.getTransactionManager())),
                new RunPreview(inventory, dryEnd, (connector, run, at, preview) -> previews.add(preview)),
                new InventoryPurge(world.jdbc, world.transaction));
        RunEnd end = new RunEnd(records, queue, sources, world.transaction, world.clock);
        JdbcTemplate template = new JdbcTemplate(world.database);
        runner = new Runner(queue, records, execution, end, new SyncMeters(meters), template, world.clock);
        syncs = new Syncs(sources, queue, reading, runner, new AuditLog(world.jdbc, world.clock), world.transaction);
        dryRuns = new DryRuns(queue, reading, runner, syncs, new AuditLog(world.jdbc, world.clock), world.transaction);
        interrupted =
                new InterruptedRuns(world.jdbc, world.transaction, queue, sources, inventory, id, world.clock, json);
        SyncAlarm syncAlarm = new SyncAlarm(sources, syncs, queue, world.transaction, world.clock);
        RetentionAlarm retention = new RetentionAlarm(
                sources,
                syncs,
                new LogRetention(new StoredSettings(world.jdbc, world.clock), world.jdbc, world.clock),
                world.clock);
        DeletionAlarm deletion = new DeletionAlarm(
                new InventoryDeletion(world.jdbc, world.transaction),
                sources,
                reading,
                world.jdbc,
                world.transaction,
                world.clock);
        alarms = new AlarmClock(world.database, world.jdbc, world.clock, id, sources, syncAlarm, retention, deletion);
        events = new ConnectorEvents(syncs, alarms);
        facts = new RunFacts(reading, alarms);
        listing = new SyncListing(sources, reading);
        lifecycle = new SyncLifecycle(
                interrupted, runner, new Heartbeat(runner, records, new Watchdog(interrupted)), alarms);
    }

    Sync request(int connector) {
        return syncs.request(connector, SyncTrigger.MANUAL, false);
    }

    /** Asks for a sync and waits for its end. */
    Sync sync(int connector) {
        return ended(request(connector).id());
    }

    Sync ended(String id) {
        World.await("end of sync " + id, () -> get(id).status().finished());
        World.await(
                "the run to leave",
                () -> runner.live().stream()
                        .noneMatch(run -> id.equals("" + run.run().id())));
        return get(id);
    }

    Sync get(String id) {
        return syncs.get(Long.parseLong(id));
    }

    void stop() {
        if (lifecycle.isRunning()) {
            lifecycle.stop();
        }
    }
}
