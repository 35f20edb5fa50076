package io.plumbline.server.validation;

import io.plumbline.server.connector.ConnectorTab;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The validation among the pages about a connector. */
@Component
@Order(ConnectorTab.VALIDATION)
final class ValidationTab implements ConnectorTab {

    @Override
    public String label() {
        return "Validation";
    }

    @Override
    public String path() {
        return "/validations";
    }
}
