package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the inventory is written: what is touched and what is not, by whom, and what is left when it goes wrong. */
class InventoryWritesTest {

    private static final Instant DAY_1 = Instant.parse("2026-03-01T01:00:00Z");
    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Evidence WHOLE = new Evidence(Part.COMPLETE, Part.COMPLETE);

    private static final List<AssetRecord> ASSETS =
            List.of(asset("1", "alpha"), asset("2", "beta"), asset("3", "beta"));
    private static final List<Row> ROWS = List.of(
            new Row(weakness("CVE-2024-0001", "9.8"), List.of("alpha", "beta", "nobody")),
            new Row(weakness("CVE-2024-0002", "5.0"), List.of("alpha", "ALPHA")));

    private final InventoryUnderTest it = new InventoryUnderTest();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void aSecondSyncOfTheSameDataWritesNoAssetNoWeaknessAndNoFinding() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        List<String> before = rowVersions();

        ChangeSet second = it.apply(ASSETS, ROWS, rules(DAY_2), WHOLE);

        assertThat(rowVersions()).isEqualTo(before).isNotEmpty();
        assertThat(second.counts().assets()).isEqualTo(new ChangeCounts.Assets(3, 0, 0, 3, 0, 0));
        assertThat(second.counts().findings()).isEqualTo(new ChangeCounts.Findings(5, 0, 0, 3, 0, 0, 2, 0, 0));
    }

    @Test
    void namesThatFailOnlyByCaseAreToldApart() throws Exception {
        ChangeSet first = it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);

        assertThat(first.unmatchedByCase()).isEqualTo(1);
        assertThat(first.unmatchedExamples()).containsExactly("ALPHA", "nobody");
    }

    @Test
    void computingAChangeSetTouchesNothing() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        List<String> before = rowVersions();
        Fence fence = it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 900);
        try (Staging staging = it.inventory.stage(fence)) {
            ChangeSet changes = it.compute(staging, List.of(), List.of(), rules(DAY_2), WHOLE);
            assertThat(changes.counts().assets().archived()).isEqualTo(3);
        }
        assertThat(rowVersions()).isEqualTo(before);
    }

    @Test
    void aRunThatAnotherHasOvertakenAppliesNothing() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        List<String> before = rowVersions();
        Fence stopped = it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 901);
        try (Staging staging = it.inventory.stage(stopped)) {
            ChangeSet changes = it.compute(staging, List.of(), List.of(), rules(DAY_2), WHOLE);
            it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 902);

            assertThatThrownBy(() -> it.inventory.apply(changes, () -> {})).isInstanceOf(FencedException.class);
        }
        assertThat(rowVersions()).isEqualTo(before);
    }

    @Test
    void whatFailsTogetherWithTheApplyTakesItBack() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        List<String> before = rowVersions();
        Fence fence = it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 903);
        try (Staging staging = it.inventory.stage(fence)) {
            ChangeSet changes = it.compute(staging, List.of(), List.of(), rules(DAY_2), WHOLE);
            assertThatThrownBy(() -> it.inventory.apply(changes, () -> {
                        throw new IllegalStateException("the sync's record could not be finished");
                    }))
                    .hasMessageContaining("could not be finished");
        }
        assertThat(rowVersions()).isEqualTo(before);
    }

    @Test
    void closingDropsTheStagingAndTheSweeperDropsWhatAKilledRunLeft() {
        Staging killed = it.inventory.stage(it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 904));
        Staging running = it.inventory.stage(it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 905));
        assertThat(stagingSchemas()).containsExactly("staging_904", "staging_905");

        it.inventory.sweepStaging(List.of(905L));
        assertThat(killed.fence().runId()).isEqualTo(904);
        assertThat(stagingSchemas()).containsExactly("staging_905");

        running.close();
        assertThat(stagingSchemas()).isEmpty();
    }

    @Test
    void textThatMeansSomethingToCopyOrToArraysSurvives() throws Exception {
        AssetRecord hostile = new AssetRecord(
                "id\\N",
                "na\tme\nwith \\. and '\"; drop table asset; --",
                "Ubuntu\r22.04",
                null,
                List.of("10.0.0.1"),
                List.of(),
                List.of(),
                List.of("a,b", "{c}", "quo\"te", "back\\slash", "NULL", "", "\u202ertl", "<script>"),
                new TreeMap<>(Map.of(
                        "users",
                        new AttributeValue.Texts(List.of("Zoë", "名\t前")),
                        "note",
                        new AttributeValue.Text("\\"))),
                "CONNECTED",
                DAY_1,
                DAY_1);
        it.apply(List.of(hostile), List.of(), rules(DAY_1), WHOLE);

        assertThat(it.jdbc
                        .sql("select external_id || '|' || operating_system from asset")
                        .query(String.class)
                        .single())
                .isEqualTo("id\\N|Ubuntu\r22.04");
        assertThat(it.jdbc
                        .sql("select name from asset_name")
                        .query(String.class)
                        .single())
                .isEqualTo(hostile.name());
        assertThat(it.jdbc
                        .sql("select unnest(tags) from asset")
                        .query(String.class)
                        .list())
                .isEqualTo(hostile.externalTags());
        assertThat(it.jdbc
                        .sql("select custom ->> 'note' from asset")
                        .query(String.class)
                        .single())
                .isEqualTo("\\");
    }

    @Test
    void assetsWhoseAbsenceIsToBeConfirmedComeInOrderAndInBatches() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        try (Staging staging = it.inventory.stage(it.inventory.raiseFence(InventoryUnderTest.CONNECTOR, 906))) {
            staging.assets().asset(asset("2", "beta"));
            staging.flush();
            staging.index();

            assertThat(staging.missingAssets("", 1)).containsExactly("1");
            assertThat(staging.missingAssets("1", 100)).containsExactly("3");
            assertThat(staging.distinctAssets()).isEqualTo(1);
        }
    }

    @Test
    void deletingAConnectorLeavesNothingOfItAndAllOfTheOthers() throws Exception {
        it.apply(ASSETS, ROWS, rules(DAY_1), WHOLE);
        it.apply(List.of(), List.of(), rules(DAY_2), WHOLE);

        it.deletion.delete(99);
        assertThat(rowVersions()).isNotEmpty();

        it.deletion.delete(InventoryUnderTest.CONNECTOR);
        it.deletion.delete(InventoryUnderTest.CONNECTOR);
        assertThat(rowVersions()).isEmpty();
        assertThat(it.jdbc
                        .sql("select count(*) from weakness")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Every row of the inventory with the transaction that wrote it and the place it lies at. */
    private List<String> rowVersions() {
        return List.of(
                        "asset",
                        "asset_sighting",
                        "asset_name",
                        "asset_former_name",
                        "connector_weakness",
                        "finding",
                        "asset_change",
                        "weakness_change",
                        "finding_change")
                .stream()
                .flatMap(table -> it
                        .jdbc
                        .sql("select '" + table + " ' || xmin || ' ' || ctid || ' ' || t::text from " + table
                                + " t order by 1")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private List<String> stagingSchemas() {
        return it.jdbc
                .sql("select nspname from pg_namespace where nspname like 'staging%' order by 1")
                .query(String.class)
                .list();
    }

    private static Rules rules(Instant at) {
        return new Rules(at, Duration.ofDays(90), Set.of(), true, false);
    }

    private static AssetRecord asset(String id, String name) {
        return new AssetRecord(
                id,
                name,
                "Windows 11",
                null,
                List.of("10.0.0." + id),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "CONNECTED",
                DAY_1,
                DAY_1);
    }

    private static WeaknessRecord weakness(String name, String score) {
        BigDecimal exact = new BigDecimal(score);
        return new WeaknessRecord(
                name,
                Severity.of(exact, null),
                exact,
                "HIGH",
                "what it is",
                false,
                HostEvidence.COMPLETE,
                0,
                List.of("a product"),
                null,
                null,
                null,
                null);
    }
}
