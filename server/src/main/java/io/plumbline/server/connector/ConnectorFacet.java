package io.plumbline.server.connector;

import io.plumbline.server.platform.table.Facet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The filter of lists by connector, which shows names where the address has ids. Safe for many threads. */
@Component
public class ConnectorFacet {

    public static final String PARAMETER = "connectorId";

    private final Connectors connectors;

    ConnectorFacet(Connectors connectors) {
        this.connectors = connectors;
    }

    public Facet facet() {
        return new Facet(PARAMETER, "3rd Party Connectors", this::values, true);
    }

    /** The connector's name; the id itself where there is no such connector. */
    public String nameOf(String id) {
        return live().stream()
                .filter(connector -> Integer.toString(connector.id()).equals(id))
                .map(Connector::name)
                .findFirst()
                .orElse(id);
    }

    private List<Facet.Value> values(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return live().stream()
                .filter(connector -> connector.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(Facet.MOST)
                .map(connector -> new Facet.Value(Integer.toString(connector.id()), connector.name()))
                .toList();
    }

    private List<Connector> live() {
        return connectors.all().stream()
                .filter(connector -> connector.status() != ConnectorStatus.DELETING)
                .toList();
    }
}
