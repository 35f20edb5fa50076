package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import io.plumbline.server.inventory.Snapshot.AssetState;
import io.plumbline.server.inventory.Snapshot.FindingState;
import io.plumbline.server.inventory.Snapshot.WeaknessState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One connector's history, told sync by sync: what the vendor has, what is read of it, and what the inventory then shows. Each
 * sync is a day after the one before. After each the counters are recounted.
 */
final class Story {

    static final Instant DAY_1 = Instant.parse("2026-03-01T01:00:00Z");

    private final InventoryUnderTest it;
    private final int connector;
    private final SortedMap<String, AssetRecord> endpoints = new TreeMap<>();
    private final List<AssetRecord> again = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int day;
    private Duration retention = Duration.ofDays(90);
    private Set<String> removeStatuses = Set.of();
    private boolean findingsIngested = true;
    private boolean includeExcluded;

    Story(InventoryUnderTest it, int connector) {
        this.it = it;
        this.connector = connector;
    }

    static Instant day(int number) {
        return DAY_1.plus(Duration.ofDays(number - 1L));
    }

    // What the vendor has.

    /** An endpoint that is seen at every sync. */
    Story endpoint(String id, String name) {
        return endpoint(asset(id, name, null, null, "CONNECTED"));
    }

    Story endpoint(AssetRecord record) {
        endpoints.put(record.externalId(), record);
        return this;
    }

    /** The same endpoint once more in another window. */
    Story endpointAgain(AssetRecord record) {
        again.add(record);
        return this;
    }

    Story gone(String id) {
        endpoints.remove(id);
        return this;
    }

    Story status(String id, String status) {
        AssetRecord was = Objects.requireNonNull(endpoints.get(id));
        return endpoint(asset(id, was.name(), was.firstObservedAt(), was.lastObservedAt(), status));
    }

    /** Replaces all rows of one CVE by one that lists these hosts. */
    Story cve(String name, String... hosts) {
        return noCve(name).row(name, it -> it, hosts);
    }

    /** One more row. */
    Story row(String name, UnaryOperator<RowOf> change, String... hosts) {
        rows.add(new Row(change.apply(RowOf.usual(name)).record(hosts.length), List.of(hosts)));
        return this;
    }

    Story noCve(String name) {
        rows.removeIf(row -> row.weakness().name().equals(name));
        return this;
    }

    // What the connector is set to.

    Story retention(int days) {
        retention = Duration.ofDays(days);
        return this;
    }

    Story remove(String... statuses) {
        removeStatuses = Set.of(statuses);
        return this;
    }

    Story assetsOnly(boolean only) {
        findingsIngested = !only;
        return this;
    }

    Story includeExcluded(boolean include) {
        includeExcluded = include;
        return this;
    }

    // What happens.

    ChangeSet sync() throws InterruptedException {
        return sync(Part.COMPLETE, findingsIngested ? Part.COMPLETE : Part.NONE);
    }

    ChangeSet sync(Part endpointsPart, Part findingsPart) throws InterruptedException {
        day++;
        List<AssetRecord> read = new ArrayList<>(endpoints.values());
        read.addAll(again);
        return run(read, findingsPart == Part.NONE ? List.of() : rows, new Evidence(endpointsPart, findingsPart));
    }

    /** The daily run, which reads nothing. */
    ChangeSet daily() throws InterruptedException {
        day++;
        return run(List.of(), List.of(), Evidence.NOTHING_READ);
    }

    /** As the daily run does: removes what is older than so many days. */
    InventoryPurge.Purged purge(int days) {
        Fence fence = it.inventory.raiseFence(connector, it.nextRun());
        InventoryPurge.Purged purged = it.purge.purge(fence, now().minus(Duration.ofDays(days)));
        assertThat(it.counters.differences(connector)).isEmpty();
        return purged;
    }

    Story daysPass(int days) {
        day += days;
        return this;
    }

    ChangeSet run(List<AssetRecord> read, List<Row> listed, Evidence evidence) throws InterruptedException {
        ChangeSet changes = it.apply(connector, read, listed, rules(), evidence);
        assertThat(it.counters.differences(connector)).isEmpty();
        return changes;
    }

    Rules rules() {
        return new Rules(now(), retention, removeStatuses, findingsIngested, includeExcluded);
    }

    Instant now() {
        return day(day);
    }

    int connector() {
        return connector;
    }

    long lastRun() {
        return it.lastRun();
    }

    // What the inventory shows.

    AssetState asset(String id) {
        return Objects.requireNonNull(snapshot().assets().get(id), () -> "no asset " + id);
    }

    boolean hasFinding(String host, String cve) {
        return snapshot().findings().containsKey(Snapshot.finding(host, cve));
    }

    FindingState finding(String host, String cve) {
        return Objects.requireNonNull(
                snapshot().findings().get(Snapshot.finding(host, cve)), () -> "no finding of " + cve + " on " + host);
    }

    WeaknessState weakness(String name) {
        return Objects.requireNonNull(snapshot().weaknesses().get(name), () -> "no weakness " + name);
    }

    Snapshot snapshot() {
        return new StoredInventory(it.jdbc, connector).snapshot();
    }

    /** Of a vendor that says little. */
    static AssetRecord asset(
            String id, String name, @Nullable Instant first, @Nullable Instant last, @Nullable String status) {
        return new AssetRecord(
                id,
                name,
                "Windows 11",
                null,
                List.of("10.0.0.1"),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                status,
                first,
                last);
    }

    /** What a row says beside its hosts. */
    record RowOf(
            String name,
            @Nullable String score,
            @Nullable String word,
            @Nullable String description,
            boolean excluded,
            HostEvidence evidence) {

        static RowOf usual(String name) {
            return new RowOf(name, "7.50", "HIGH", "what it is", false, HostEvidence.COMPLETE);
        }

        RowOf scored(@Nullable String newScore) {
            return new RowOf(name, newScore, word, description, excluded, evidence);
        }

        RowOf called(@Nullable String newWord) {
            return new RowOf(name, score, newWord, description, excluded, evidence);
        }

        RowOf described(@Nullable String newDescription) {
            return new RowOf(name, score, word, newDescription, excluded, evidence);
        }

        RowOf setAside() {
            return new RowOf(name, score, word, description, true, evidence);
        }

        RowOf proving(HostEvidence newEvidence) {
            return new RowOf(name, score, word, description, excluded, newEvidence);
        }

        WeaknessRecord record(long claimed) {
            BigDecimal exact = score == null ? null : new BigDecimal(score);
            return new WeaknessRecord(
                    name,
                    Severity.of(exact, word),
                    exact,
                    word,
                    description,
                    excluded,
                    evidence,
                    claimed,
                    List.of(),
                    null,
                    null,
                    null,
                    null);
        }
    }
}
