package io.plumbline.server.connector;

import io.plumbline.server.connector.ConnectorFacts.Holdings;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes representations: what is stored here and what other packages know. */
@Component
class ConnectorViews {

    private final ConnectorTypes types;
    private final GatheredFacts facts;

    ConnectorViews(ConnectorTypes types, GatheredFacts facts) {
        this.types = types;
        this.facts = facts;
    }

    ConnectorView of(Connector connector) {
        return of(List.of(connector)).getFirst();
    }

    List<ConnectorView> of(List<Connector> connectors) {
        Map<Integer, Holdings> holdings = facts.holdings(connectors);
        Map<Integer, Runs> runs = facts.runs(connectors);
        Map<Integer, LatestValidation> validations = facts.validations(connectors);
        return connectors.stream()
                .map(connector -> view(
                        connector,
                        holdings.getOrDefault(connector.id(), Holdings.NONE),
                        runs.getOrDefault(connector.id(), Runs.NONE),
                        validations.get(connector.id())))
                .toList();
    }

    private ConnectorView view(
            Connector connector, Holdings holdings, Runs runs, @Nullable LatestValidation validation) {
        return new ConnectorView(
                String.valueOf(connector.id()),
                connector.type(),
                connector.name(),
                null,
                PlainSettings.inOrder(types.get(connector.type()).descriptor(), connector.settings()),
                connector.dataPulling(),
                connector.connection(),
                connector.schedule().orElse(null),
                connector.status(),
                runs.lastSync(),
                runs.nextSyncAt(),
                holdings.assets(),
                holdings.allOpenFindings(),
                validation,
                connector.revision());
    }
}
