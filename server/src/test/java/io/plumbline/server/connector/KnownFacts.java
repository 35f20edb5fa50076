package io.plumbline.server.connector;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Facts that a test sets. */
final class KnownFacts implements ConnectorFacts {

    final Map<Integer, Runs> runs = new HashMap<>();
    final Map<Integer, Holdings> holdings = new HashMap<>();

    void ran(int connectorId, String syncId, long done) {
        Map<String, Object> sync = Map.of("id", syncId, "progress", Map.of("done", done));
        runs.put(connectorId, new Runs(sync, Instant.parse("2026-05-05T01:00:00Z")));
    }

    @Override
    public Map<Integer, Holdings> holdings(Collection<Connector> connectors) {
        return holdings;
    }

    @Override
    public Map<Integer, Runs> runs(Collection<Connector> connectors) {
        return runs;
    }
}
