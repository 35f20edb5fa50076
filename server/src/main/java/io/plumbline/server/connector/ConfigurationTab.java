package io.plumbline.server.connector;

import io.plumbline.server.platform.permission.Permission;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A stored connector's form. */
@Component
@Order(ConnectorTab.CONFIGURATION)
final class ConfigurationTab implements ConnectorTab {

    @Override
    public String label() {
        return "Configuration";
    }

    @Override
    public String path() {
        return "/configuration";
    }

    @Override
    public Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    public boolean appliesTo(Connector connector) {
        return !connector.deleting();
    }
}
