package io.plumbline.server.connector;

import io.plumbline.server.connector.ConnectorFacts.Holdings;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all who know something of connectors, once for all connectors of a page. Safe for many threads. */
@Component
class ConnectorStates {

    // Asked for late: whoever knows facts about connectors needs connectors first.
    private final ObjectProvider<ConnectorFacts> facts;

    ConnectorStates(ObjectProvider<ConnectorFacts> facts) {
        this.facts = facts;
    }

    ConnectorState of(Connector connector) {
        return of(List.of(connector)).getFirst();
    }

    List<ConnectorState> of(Collection<Connector> connectors) {
        Map<Integer, Runs> runs = new HashMap<>();
        Map<Integer, LatestSync> latest = new HashMap<>();
        Map<Integer, Holdings> holdings = new HashMap<>();
        facts.orderedStream().forEach(known -> {
            runs.putAll(known.runs(connectors));
            latest.putAll(known.latestSyncs(connectors));
            holdings.putAll(known.holdings(connectors));
        });
        return connectors.stream()
                .map(connector -> new ConnectorState(
                        connector,
                        latest.get(connector.id()),
                        runs.getOrDefault(connector.id(), Runs.NONE).nextSyncAt(),
                        holdings.getOrDefault(connector.id(), Holdings.NONE)))
                .toList();
    }
}
