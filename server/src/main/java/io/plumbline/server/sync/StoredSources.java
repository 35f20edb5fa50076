package io.plumbline.server.sync;

import io.plumbline.connector.api.Connector;
import io.plumbline.server.connector.ConnectorOpener;
import io.plumbline.server.connector.Connectors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connectors that people have configured. */
@Component
final class StoredSources implements Sources {

    private final Connectors connectors;
    private final ConnectorOpener opener;

    StoredSources(Connectors connectors, ConnectorOpener opener) {
        this.connectors = connectors;
        this.opener = opener;
    }

    @Override
    public Optional<io.plumbline.server.connector.Connector> find(int connectorId) {
        return connectors.find(connectorId);
    }

    @Override
    public List<io.plumbline.server.connector.Connector> all() {
        return connectors.all();
    }

    @Override
    public Connector open(io.plumbline.server.connector.Connector stored) {
        return opener.open(stored);
    }

    @Override
    public boolean isPlainHttp(io.plumbline.server.connector.Connector stored) {
        return opener.isPlainHttp(stored);
    }

    @Override
    public void markConnected(int connectorId) {
        connectors.markConnected(connectorId);
    }

    @Override
    public void markFailed(int connectorId) {
        connectors.markFailed(connectorId);
    }

    @Override
    public void removed(int connectorId) {
        connectors.removed(connectorId);
    }
}
