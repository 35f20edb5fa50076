package io.plumbline.server.connector;

import io.plumbline.server.connector.ConnectorFacts.Holdings;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts a connector and all that is known of it together. Safe for many threads. */
@Component
class ConnectorStates {

    private final GatheredFacts facts;

    ConnectorStates(GatheredFacts facts) {
        this.facts = facts;
    }

    ConnectorState of(Connector connector) {
        return of(List.of(connector)).getFirst();
    }

    List<ConnectorState> of(Collection<Connector> connectors) {
        Map<Integer, Runs> runs = facts.runs(connectors);
        Map<Integer, LatestSync> latest = facts.latestSyncs(connectors);
        Map<Integer, Holdings> holdings = facts.holdings(connectors);
        Map<Integer, LatestValidation> validations = facts.validations(connectors);
        return connectors.stream()
                .map(connector -> new ConnectorState(
                        connector,
                        latest.get(connector.id()),
                        runs.getOrDefault(connector.id(), Runs.NONE).nextSyncAt(),
                        holdings.getOrDefault(connector.id(), Holdings.NONE),
                        validations.get(connector.id())))
                .toList();
    }
}
