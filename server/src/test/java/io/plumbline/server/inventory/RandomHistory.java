package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One made-up year or so of a connector, lived twice: by the inventory and by its model. */
final class RandomHistory {

    private final long seed;
    private final Random random;
    private final boolean assetsOnly;
    private final int connector;
    private final InventoryUnderTest it;
    private final ModelInventory model = new ModelInventory();
    private final RandomEndpoints endpoints;
    private final RandomWeaknesses weaknesses;

    private Instant now = Instant.parse("2026-03-01T01:00:00Z");
    private Duration retention = Duration.ofDays(90);
    private Set<String> removeStatuses = Set.of("LOST");
    private boolean ingestFindings;
    private boolean includeExcluded;

    RandomHistory(InventoryUnderTest it, int connector, long seed, boolean assetsOnly) {
        this.it = it;
        this.connector = connector;
        this.seed = seed;
        this.assetsOnly = assetsOnly;
        this.ingestFindings = !assetsOnly;
        this.random = new Random(seed);
        this.endpoints = new RandomEndpoints(random, now);
        this.weaknesses = new RandomWeaknesses(random);
    }

    void play() throws InterruptedException {
        int runs = random.nextInt(8, 16);
        for (int run = 1; run <= runs; run++) {
            step("seed " + seed + ", run " + run + " of " + runs);
        }
    }

    private void step(String where) throws InterruptedException {
        Rules rules = new Rules(now, retention, removeStatuses, ingestFindings, includeExcluded);
        if (chance(15)) {
            compare(where + " (retention)", List.of(), List.of(), rules, Evidence.NOTHING_READ);
        } else {
            List<AssetRecord> assets = endpoints.read();
            List<Row> rows = ingestFindings ? weaknesses.read() : List.of();
            Part findings = ingestFindings ? part(chance(10)) : Part.NONE;
            rows = findings == Part.NONE ? List.of() : rows;
            Evidence evidence = new Evidence(part(false), findings);
            if (chance(10)) {
                fail(assets, rows, rules, evidence);
                same(where + " (failed)");
            } else {
                compare(where, assets, rows, rules, evidence);
            }
        }
        moveOn();
    }

    private Part part(boolean skipped) {
        return skipped ? Part.NONE : chance(85) ? Part.COMPLETE : Part.GAPS;
    }

    /** A run that read everything, computed everything, and then was stopped. */
    private void fail(List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        try (Staging staging = it.inventory.stage(it.inventory.raiseFence(connector, it.nextRun()))) {
            it.compute(staging, assets, rows, rules, evidence);
        }
    }

    private void compare(String where, List<AssetRecord> assets, List<Row> rows, Rules rules, Evidence evidence)
            throws InterruptedException {
        ChangeSet changes = it.apply(connector, assets, rows, rules, evidence);
        ModelInventory.Outcome expected = model.run(it.lastRun(), assets, rows, rules, evidence);
        same(where);
        assertThat(changes.counts()).as(where).isEqualTo(expected.counts());
        assertThat(changes.massChange()).as(where).isEqualTo(expected.massChange());
        assertThat(changes.unmatchedByCase()).as(where).isEqualTo(expected.unmatchedByCase());
    }

    private void same(String where) {
        Snapshot expected = model.snapshot();
        Snapshot stored = new StoredInventory(it.jdbc, connector).snapshot();
        assertThat(stored.assets()).as(where).containsExactlyEntriesOf(expected.assets());
        assertThat(stored.findings()).as(where).containsExactlyEntriesOf(expected.findings());
        assertThat(stored.weaknesses()).as(where).containsExactlyEntriesOf(expected.weaknesses());
        assertThat(stored).as(where).isEqualTo(expected);
        assertThat(it.counters.differences(connector)).as(where).isEmpty();
    }

    /** Time passes, the tenant lives, and a person may change the settings. */
    private void moveOn() {
        now = now.plus(Duration.ofHours(chance(80) ? 24 : 24 * 20)).plusSeconds(random.nextInt(600));
        endpoints.liveUntil(now);
        weaknesses.live();
        if (chance(10)) {
            retention = Duration.ofDays(any(List.of(1, 30, 90, 400)));
        }
        if (chance(10)) {
            removeStatuses = any(List.of(Set.of(), Set.of("LOST"), Set.of("Disconnected", "UNINSTALLED")));
        }
        if (!assetsOnly && chance(ingestFindings ? 6 : 60)) {
            ingestFindings = !ingestFindings;
        }
        if (chance(5)) {
            includeExcluded = !includeExcluded;
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
