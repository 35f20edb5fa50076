package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.AssetSink;
import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckListener;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.connector.cortexxdr.check.Checks;
import io.plumbline.connector.cortexxdr.check.ConnectivityTest;
import io.plumbline.connector.cortexxdr.check.RefusedKey;
import io.plumbline.connector.cortexxdr.endpoint.EndpointReader;
import io.plumbline.connector.cortexxdr.protocol.ApiKey;
import io.plumbline.connector.cortexxdr.protocol.Pause;
import io.plumbline.connector.cortexxdr.protocol.Retries;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.setting.TenantSettings;
import io.plumbline.connector.cortexxdr.vulnerability.HostInsights;
import io.plumbline.connector.cortexxdr.vulnerability.VulnerabilityReader;
import io.plumbline.connector.cortexxdr.xql.QueryRunner;
import io.plumbline.connector.cortexxdr.xql.QueryTiming;
import java.util.Collection;
import java.util.List;

/** One tenant. */
final class CortexXdrConnector implements Connector {

    private final ConnectorContext context;
    private final TenantSettings settings;
    private final Pause pause;
    private final EndpointReader endpoints;

    /** @param pause how it waits between attempts and questions */
    CortexXdrConnector(ConnectorContext context, Pause pause) {
        this.context = context;
        this.settings = TenantSettings.of(context.settings());
        this.pause = pause;
        this.endpoints = new EndpointReader(client(Retries.OF_SYNC));
    }

    @Override
    public List<CheckDefinition> checks() {
        return Checks.ALL;
    }

    @Override
    public void test(TestOptions options, CheckListener listener) throws InterruptedException {
        TenantClient client = client(Retries.OF_TEST);
        QueryRunner queries = new QueryRunner(client, QueryTiming.OF_TEST);
        RefusedKey refusedKey = new RefusedKey(settings.key(), context.clock(), key -> client(key, Retries.OF_TEST));
        new ConnectivityTest(
                        settings.base(),
                        client,
                        queries,
                        new HostInsights(client, queries, context.clock()),
                        refusedKey)
                .run(options, listener);
    }

    @Override
    public void probe(ReadOptions options, ReadMonitor monitor) throws InterruptedException {
        endpoints
                .count()
                .ifPresent(total -> monitor.info("The tenant accepts the API key and has " + total + " endpoints."));
    }

    @Override
    public AssetsRead readAssets(ReadOptions options, AssetSink sink, ReadMonitor monitor) throws InterruptedException {
        return endpoints.readAll(options.maxAssets(), sink, monitor);
    }

    @Override
    public AssetsRead confirmAbsent(
            Collection<String> externalIds, ReadOptions options, AssetSink sink, ReadMonitor monitor)
            throws InterruptedException {
        return endpoints.readAgain(externalIds, options.maxAssets(), sink, monitor);
    }

    @Override
    public FindingsRead readFindings(ReadOptions options, FindingSink sink, ReadMonitor monitor)
            throws InterruptedException {
        TenantClient client = client(Retries.OF_SYNC);
        QueryRunner queries = new QueryRunner(client, QueryTiming.OF_SYNC);
        return new VulnerabilityReader(queries, new HostInsights(client, queries, context.clock()))
                .readAll(sink, monitor);
    }

    /** Holds nothing that outlives a call. */
    @Override
    public void close() {}

    private TenantClient client(Retries retries) {
        return client(settings.key(), retries);
    }

    private TenantClient client(ApiKey key, Retries retries) {
        return new TenantClient(settings.base(), key, context.transport(), context.clock(), retries, pause);
    }
}
