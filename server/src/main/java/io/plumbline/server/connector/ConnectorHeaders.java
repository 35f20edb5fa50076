package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the header of pages about one connector. Safe for many threads. */
@Component
public class ConnectorHeaders {

    private final ConnectorTypes types;
    private final ConnectorStates states;
    // Asked for late: whoever declares a tab may need connectors first.
    private final ObjectProvider<ConnectorTab> tabs;

    ConnectorHeaders(ConnectorTypes types, ConnectorStates states, ObjectProvider<ConnectorTab> tabs) {
        this.types = types;
        this.states = states;
        this.tabs = tabs;
    }

    /** @param here the tab that is being shown */
    public ConnectorHeader of(Connector connector, ConnectorTab here) {
        ConnectorState state = states.of(connector);
        String path = ConnectorHeader.pathOf(connector.id());
        List<ConnectorHeader.Tab> shown = tabs.orderedStream()
                .filter(tab -> tab.appliesTo(connector))
                .map(tab -> new ConnectorHeader.Tab(
                        tab.label(), path + tab.path(), tab.path().equals(here.path()), tab.needs()))
                .toList();
        return new ConnectorHeader(
                connector.id(),
                connector.name(),
                types.find(connector.type())
                        .map(ConnectorType::descriptor)
                        .map(descriptor -> descriptor.name())
                        .orElse(connector.type()),
                state.line(),
                state.latest(),
                connector.enabled(),
                connector.deleting(),
                shown);
    }
}
