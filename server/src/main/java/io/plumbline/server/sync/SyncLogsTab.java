package io.plumbline.server.sync;

import io.plumbline.server.connector.ConnectorTab;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The syncs among the pages about a connector. */
@Component
@Order(ConnectorTab.SYNCS)
final class SyncLogsTab implements ConnectorTab {

    @Override
    public String label() {
        return "Sync logs";
    }

    @Override
    public String path() {
        return "/syncs";
    }
}
