package io.plumbline.server.preview;

import io.plumbline.server.connector.ConnectorTab;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The preview among the pages about a connector. */
@Component
@Order(ConnectorTab.PREVIEW)
final class PreviewTab implements ConnectorTab {

    @Override
    public String label() {
        return "Preview";
    }

    @Override
    public String path() {
        return "/previews";
    }
}
