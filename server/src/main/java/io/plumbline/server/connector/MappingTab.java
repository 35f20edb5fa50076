package io.plumbline.server.connector;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which field of the vendor becomes which of the inventory. */
@Component
@Order(ConnectorTab.MAPPING)
final class MappingTab implements ConnectorTab {

    @Override
    public String label() {
        return "Data mapping";
    }

    @Override
    public String path() {
        return "/mapping";
    }
}
