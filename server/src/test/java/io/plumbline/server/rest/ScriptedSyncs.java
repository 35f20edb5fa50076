package io.plumbline.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.server.connector.Connection;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.CounterCheck;
import io.plumbline.server.inventory.Evidence;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.Rules;
import io.plumbline.server.inventory.Staging;
import io.plumbline.server.sync.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Connectors, and syncs of what a test says that their vendors hold, through the real inventory. Its counters are checked after each. */
public final class ScriptedSyncs {

    private static final Evidence WHOLE = new Evidence(Part.COMPLETE, Part.COMPLETE);

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicLong runs = new AtomicLong();
    private final JdbcClient jdbc;
    private final Inventory inventory;
    private final CounterCheck counters;
    private final MovableClock clock;

    ScriptedSyncs(JdbcClient jdbc, Inventory inventory, CounterCheck counters, MovableClock clock) {
        this.jdbc = jdbc;
        this.inventory = inventory;
        this.counters = counters;
        this.clock = clock;
    }

    public int connector(String name) {
        return jdbc.sql("""
                        insert into connector (type, name, name_key, settings, data_pulling, connection, created_at, updated_at)
                        values ('scripted', :name, gen_random_uuid()::text, '{}', :dataPulling::jsonb, :connection::jsonb, :now, :now)
                        returning id""")
                .param("name", name)
                .param("dataPulling", JSON.writeValueAsString(DataPulling.DEFAULT))
                .param("connection", JSON.writeValueAsString(new Connection(null, null, null, 10)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** From now on its data is on its way out. */
    public void delete(int connector) {
        jdbc.sql("update connector set deleting = true where id = :id")
                .param("id", connector)
                .update();
    }

    /** All that there is, of every connector. */
    public void forgetAll() {
        jdbc.sql("select 'drop table ' || inhrelid::regclass from pg_inherits where inhparent = 'finding'::regclass")
                .query(String.class)
                .list()
                .forEach(drop -> jdbc.sql(drop).update());
        jdbc.sql("""
                        truncate connector, connector_secret, connector_inventory, asset_name, asset, asset_sighting,
                                 asset_former_name, weakness, connector_weakness, asset_change, weakness_change, finding_change,
                                 inventory_trend, weakness_trend""").update();
    }

    /**
     * A complete sync at the clock's time.
     *
     * @param hosts names of assets; one after which {@code #2} follows is another asset of that name
     */
    public void sync(int connector, List<String> hosts, Cve... listed) {
        sync(connector, WHOLE, assets(hosts), listed);
    }

    /** Likewise of assets that a test cares about. */
    public void syncDevices(int connector, List<Device> devices, Cve... listed) {
        sync(connector, WHOLE, devices.stream().map(Device::read).toList(), listed);
    }

    /** One whose list of weaknesses had gaps, so that it proves nothing by absence. */
    public void syncWithGaps(int connector, List<String> hosts, Cve... listed) {
        sync(connector, new Evidence(Part.COMPLETE, Part.GAPS), assets(hosts), listed);
    }

    /** One that had no list of weaknesses to read. */
    public void syncWithoutFindings(int connector, List<String> hosts) {
        sync(connector, new Evidence(Part.COMPLETE, Part.NONE), assets(hosts));
    }

    /** One of a connector that ingests assets only. */
    public void syncAssetsOnly(int connector, List<String> hosts) {
        sync(connector, new Evidence(Part.COMPLETE, Part.NONE), rules(false), assets(hosts));
    }

    private void sync(int connector, Evidence evidence, List<AssetRecord> assets, Cve... listed) {
        sync(connector, evidence, rules(true), assets, listed);
    }

    private Rules rules(boolean ingestFindings) {
        return new Rules(clock.instant(), Duration.ofDays(90), Set.of(), ingestFindings, false);
    }

    private void sync(int connector, Evidence evidence, Rules rules, List<AssetRecord> assets, Cve... listed) {
        try (Staging staging = inventory.stage(inventory.raiseFence(connector, runs.incrementAndGet()))) {
            for (AssetRecord asset : assets) {
                staging.assets().asset(asset);
            }
            for (Cve cve : listed) {
                int row = Arrays.asList(listed).indexOf(cve);
                for (String host : cve.hosts()) {
                    staging.findings().affected(row, host);
                }
                staging.findings().weakness(row, cve.read());
            }
            ChangeSet changes = inventory.compute(staging, rules, evidence);
            inventory.apply(changes, () -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(counters.differences(connector)).isEmpty();
    }

    private List<AssetRecord> assets(List<String> hosts) {
        return hosts.stream()
                .map(host -> Device.named(host.replaceFirst("#.*", ""))
                        .id("id-" + host)
                        .seen(clock.instant(), clock.instant())
                        .read())
                .toList();
    }
}
