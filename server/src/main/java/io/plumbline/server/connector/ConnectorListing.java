package io.plumbline.server.connector;

import io.plumbline.server.platform.listing.ShortList;
import io.plumbline.server.platform.listing.ShortListPlace;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Pages through all connectors, by name. */
@Component
class ConnectorListing {

    private static final ShortList<Connector> LIST = new ShortList<>(
            "connectors",
            new Sort("name", false),
            connector -> new ShortListPlace(ConnectorName.key(connector.name()), connector.id()));

    private final Connectors connectors;
    private final ConnectorViews views;

    ConnectorListing(Connectors connectors, ConnectorViews views) {
        this.connectors = connectors;
        this.views = views;
    }

    Page<ConnectorView> page(MultiValueMap<String, String> parameters) {
        Page<Connector> page = LIST.page(connectors.all(), parameters);
        return new Page<>(views.of(page.items()), page.total(), page.totalIsExact(), page.nextCursor());
    }
}
