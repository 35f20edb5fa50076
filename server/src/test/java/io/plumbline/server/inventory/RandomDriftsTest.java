package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.Evidence.Tally;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vendor drifts away from the inventory in every way that there is, three hundred times, and each record that differs is
 * explained as a model explains it that shares no SQL with the comparison. What something else has done to the inventory is never
 * explained. Every failure names its seed.
 */
class RandomDriftsTest {

    private static final long FIRST_SEED = Long.getLong("plumbline.drifts.seed", 20261127L);
    private static final int HISTORIES = 60;
    private static final int DRIFTS = 5;

    private static InventoryUnderTest it;

    @BeforeAll
    static void open() {
        it = new InventoryUnderTest();
    }

    @AfterAll
    static void close() {
        it.close();
    }

    /** One connector, whose vendor lives on between two looks at it. */
    private static final class Tenant {

        private final int connector;
        private final Random random;
        private final RandomEndpoints endpoints;
        private final RandomWeaknesses weaknesses;
        private Instant now = Instant.parse("2026-03-01T01:00:00Z");
        private Duration retention = Duration.ofDays(30);
        private boolean includeExcluded;
        private List<AssetRecord> assets = List.of();
        private List<Row> rows = List.of();
        private Evidence evidence = Evidence.NOTHING_READ;

        private Tenant(int connector, long seed) {
            this.connector = connector;
            this.random = new Random(seed);
            this.endpoints = new RandomEndpoints(random, now);
            this.weaknesses = new RandomWeaknesses(random);
        }

        void drift() {
            now = now.plus(Duration.ofHours(random.nextInt(1, 300)));
            endpoints.liveUntil(now);
            weaknesses.live();
            retention = Duration.ofDays(chance(20) ? 5 : 30);
            includeExcluded = chance(10) != includeExcluded;
            read();
        }

        void read() {
            assets = endpoints.read();
            rows = weaknesses.read();
            long dropped = chance(15) ? random.nextInt(1, 3) : 0;
            long distinct =
                    assets.stream().map(AssetRecord::externalId).distinct().count();
            OptionalLong total = chance(80)
                    ? OptionalLong.of(Math.max(0, distinct + dropped + (chance(20) ? random.nextInt(-2, 3) : 0)))
                    : OptionalLong.empty();
            evidence = new Evidence(
                    dropped > 0 ? Part.GAPS : Part.COMPLETE,
                    chance(10) ? Part.GAPS : Part.COMPLETE,
                    new Tally(total, dropped));
        }

        Validation sync() throws InterruptedException {
            return it.validated(connector, assets, rows, rules(), evidence);
        }

        Validation compare() throws InterruptedException {
            return it.compare(connector, assets, rows, rules(), evidence);
        }

        ModelValidation model() {
            return new ModelValidation(
                    new StoredInventory(it.jdbc, connector).snapshot(), assets, rows, rules(), evidence);
        }

        private Rules rules() {
            return new Rules(now, retention, Set.of("LOST"), true, includeExcluded);
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }

    @Test
    void everyDriftIsExplainedToTheRecord() throws InterruptedException {
        SortedMap<String, Long> met = new TreeMap<>();
        for (int history = 0; history < HISTORIES; history++) {
            Tenant tenant = new Tenant(1_000 + history, FIRST_SEED + history);
            tenant.read();
            for (int drift = 1; drift <= DRIFTS; drift++) {
                String where = "seed " + (FIRST_SEED + history) + ", drift " + drift;
                explained(where + ", after its sync", tenant, tenant.sync(), met);
                tenant.drift();
                explained(where, tenant, tenant.compare(), met);
            }
        }
        assertThat(met.keySet())
                .as("the drifts that were met")
                .contains(
                        "+ARCHIVED_NOT_RETURNED",
                        "+ARCHIVED_RETENTION",
                        "+ARCHIVED_VENDOR_STATUS",
                        "+CHANGED_SINCE",
                        "+DROPPED_ROW",
                        "+EXCLUDED",
                        "+ON_ARCHIVED",
                        "+SAME_NAME",
                        "+UNMATCHED",
                        "+VENDOR_COUNT_DIFFERS_FROM_LIST",
                        "-CHANGED_SINCE",
                        "-DROPPED_ROW",
                        "-VENDOR_COUNT_DIFFERS_FROM_LIST");
    }

    private static void explained(String where, Tenant tenant, Validation validation, SortedMap<String, Long> met) {
        ModelValidation model = tenant.model();
        SortedMap<String, Long> assets = ModelValidation.of(validation.assets());
        assertThat(assets).as(where + ": assets").isEqualTo(model.assets());
        SortedMap<String, Long> findings = ModelValidation.of(validation.findings());
        assertThat(findings).as(where + ": findings").isEqualTo(model.findings());
        assertThat(validation.irregularities()).as(where).isEmpty();
        assertThat(validation.assets().unexplained()).as(where).isZero();
        assertThat(validation.findings().unexplained()).as(where).isZero();
        assertThat(validation.verdict())
                .as(where)
                .isEqualTo(assets.isEmpty() && findings.isEmpty() ? Verdict.MATCHES : Verdict.EXPLAINED);
        assets.forEach((reason, count) -> met.merge(reason, count, Long::sum));
        findings.forEach((reason, count) -> met.merge(reason, count, Long::sum));
    }

    /** Done by something that is no run, where one record each is hit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "with gone as (delete from asset where connector_id = ? and id = (%s) returning id)"
                        + " delete from asset_sighting where connector_id = ? and asset_id in (select id from gone)",
                "update asset set status = 2, archived_reason = 1, archived_at = timestamptz '2026-03-01' where connector_id = ? and id = (%s)",
                "update asset set name_id = name_id + 1 where connector_id = ? and id = (%s)",
                "delete from finding where connector_id = ? and (name_id, weakness_id) = (%f)",
                "update finding set state = 3, fixed_reason = 1, last_observed_at = timestamptz '2026-03-01'"
                        + " where connector_id = ? and (name_id, weakness_id) = (%f)",
                "update finding set withheld = 1, last_observed_at = timestamptz '2026-03-01'"
                        + " where connector_id = ? and (name_id, weakness_id) = (%f)",
                "update finding set weakness_id = weakness_id + 1000 where connector_id = ? and (name_id, weakness_id) = (%f)",
                "update connector_inventory set active_assets = active_assets + 1 where connector_id = ?",
                "update connector_weakness set open_count = open_count - 1 where connector_id = ? and open_count > 0"
            })
    void whatSomethingElseHasDoneIsNeverExplained(String corruption) throws InterruptedException {
        int planted = 0;
        for (int history = 0; history < 10; history++) {
            int connector = 2_000 + Math.floorMod(corruption.hashCode(), 100_000) * 10 + history;
            Tenant tenant = new Tenant(connector, FIRST_SEED + history);
            tenant.read();
            tenant.sync();
            if (plant(corruption, connector) == 0) {
                continue;
            }
            planted++;
            String where = "seed " + (FIRST_SEED + history);
            assertThat(tenant.compare().verdict())
                    .as(where + ", nothing new there")
                    .isEqualTo(Verdict.UNEXPLAINED);
            tenant.drift();
            Validation drifted = tenant.compare();
            assertThat(drifted.verdict()).as(where + ", drifted").isEqualTo(Verdict.UNEXPLAINED);
            assertThat(drifted.irregularities()).as(where).isNotEmpty();
        }
        assertThat(planted).as("tenants that had what is hit").isGreaterThan(3);
    }

    private static int plant(String corruption, int connector) {
        String sql = corruption
                .replace("%s", "select min(id) from asset where connector_id = ? and status = 1")
                .replace(
                        "%f",
                        "select name_id, weakness_id from finding where connector_id = ? and state < 3 and withheld is null limit 1");
        var statement = it.jdbc.sql(sql);
        for (int i = 0; i < sql.chars().filter(letter -> letter == '?').count(); i++) {
            statement = statement.param(connector);
        }
        return statement.update();
    }
}
