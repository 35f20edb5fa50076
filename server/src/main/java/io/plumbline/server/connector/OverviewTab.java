package io.plumbline.server.connector;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The connector's own page. */
@Component
@Order(ConnectorTab.OVERVIEW)
final class OverviewTab implements ConnectorTab {

    @Override
    public String label() {
        return "Overview";
    }

    @Override
    public String path() {
        return "";
    }
}
