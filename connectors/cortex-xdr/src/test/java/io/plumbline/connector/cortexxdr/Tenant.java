package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.cortexxdr.protocol.ApiKey;
import io.plumbline.connector.cortexxdr.protocol.Retries;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.xql.QueryRunner;
import io.plumbline.connector.cortexxdr.xql.QueryTiming;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A simulated tenant and a connector to it that does not wait; keeps what is read. */
final class Tenant extends RecordingMonitor implements AutoCloseable {

    static final ReadOptions PLENTY = new ReadOptions(10_000_000);

    private final TenantOptions options;
    private final SimulatedTenant simulated;
    private final PlainTransport transport = new PlainTransport(Duration.ofSeconds(30));
    final List<AssetRecord> assets = Collections.synchronizedList(new ArrayList<>());
    final Map<Integer, WeaknessRecord> weaknesses = new TreeMap<>();
    final Map<Integer, Set<String>> hosts = new TreeMap<>();
    /** Where it would have waited. */
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    Tenant(TenantOptions options) {
        this.options = options;
        this.simulated = SimulatedTenant.start(options);
        console().behaviour().requestsPerSecond(0);
    }

    static Tenant small() {
        return new Tenant(TenantOptions.defaults());
    }

    TenantConsole console() {
        return simulated.console();
    }

    SettingValues settings(String level) {
        boolean advanced = level.equals("ADVANCED");
        return new SettingValues(Map.of(
                "fqdn",
                simulated.url().toString(),
                "apiKey",
                advanced ? options.advancedKey() : options.standardKey(),
                "apiKeyId",
                advanced ? options.advancedKeyId() : options.standardKeyId(),
                "securityLevel",
                level));
    }

    Connector connector() {
        return connector(settings("STANDARD"));
    }

    Connector connector(SettingValues entered) {
        if (!(new CortexXdrType().validate(entered, (host, port) -> true)
                instanceof SettingsOutcome.Accepted(SettingValues normalised))) {
            throw new IllegalArgumentException("settings are refused");
        }
        return new CortexXdrConnector(new ConnectorContext(normalised, transport, options.clock()), pauses::add);
    }

    /** What the connector queries by. */
    QueryRunner queries() {
        ApiKey key = new ApiKey(options.standardKeyId(), options.standardKey(), ApiKey.Level.STANDARD);
        return new QueryRunner(
                new TenantClient(simulated.url(), key, transport, options.clock(), Retries.OF_SYNC, _ -> {}),
                QueryTiming.OF_SYNC);
    }

    AssetsRead readAssets() throws InterruptedException {
        return connector().readAssets(PLENTY, assets::add, this);
    }

    AssetsRead confirmAbsent(Connector connector, Collection<String> ids) throws InterruptedException {
        return connector.confirmAbsent(ids, PLENTY, assets::add, this);
    }

    FindingsRead readFindings() throws InterruptedException {
        return connector().readFindings(PLENTY, sink(), this);
    }

    List<CheckResult> test(Connector connector, int limit) throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        connector.test(new TestOptions(limit, true), results::add);
        return results;
    }

    /** From now on a call may take a second. */
    void impatient() {
        transport.timeout(Duration.ofSeconds(1));
    }

    /** What was asked of a call, request by request. */
    List<JsonNode> asked(Call call) {
        return transport.bodies(call.path()).stream()
                .map(body -> body.path("request_data"))
                .toList();
    }

    /** Values of whatever header was sent, of any call. */
    List<String> sentHeaders() {
        return transport.headers();
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        assets.forEach(asset -> ids.add(asset.externalId()));
        return ids;
    }

    /** {@code host CVE}, without excluded CVEs. */
    Set<String> pairs() {
        Set<String> pairs = new TreeSet<>();
        weaknesses.forEach((row, weakness) -> {
            if (!weakness.excluded()) {
                hosts.getOrDefault(row, Set.of()).forEach(host -> pairs.add(host + ' ' + weakness.name()));
            }
        });
        return pairs;
    }

    Set<String> everyId() {
        Set<String> ids = new TreeSet<>();
        for (long rank = 0; rank < console().endpoints().count(); rank++) {
            ids.add(console().endpoints().idAt(rank));
        }
        return ids;
    }

    private FindingSink sink() {
        return new FindingSink() {
            @Override
            public void affected(int row, String assetName) {
                hosts.computeIfAbsent(row, _ -> new TreeSet<>()).add(assetName);
            }

            @Override
            public void weakness(int row, WeaknessRecord weakness) {
                weaknesses.put(row, weakness);
            }
        };
    }

    @Override
    public void close() {
        simulated.close();
    }
}
