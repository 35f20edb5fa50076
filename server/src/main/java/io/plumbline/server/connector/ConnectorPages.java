package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** One connector to look at. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors/{id}")
class ConnectorPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorTypes types;
    private final ConnectorHeaders headers;
    private final ConnectorStates states;
    private final FormPages forms;
    private final OverviewTab overview;
    private final MappingTab mapping;

    ConnectorPages(
            Pages pages,
            Connectors connectors,
            ConnectorTypes types,
            ConnectorHeaders headers,
            ConnectorStates states,
            FormPages forms,
            OverviewTab overview,
            MappingTab mapping) {
        this.pages = pages;
        this.connectors = connectors;
        this.types = types;
        this.headers = headers;
        this.states = states;
        this.forms = forms;
        this.overview = overview;
        this.mapping = mapping;
    }

    @GetMapping
    View overview(@PathVariable String id) {
        Connector connector = connectors.get(id);
        ConnectorDescriptor type = types.get(connector.type()).descriptor();
        ConnectorState state = states.of(connector);
        return page(
                connector,
                "connector/overview",
                new OverviewPage(
                        headers.of(connector, overview),
                        type,
                        state.holdings(),
                        state.latest(),
                        state.validation(),
                        AddressSetting.of(type, connector.settings()),
                        forms.summary(type, FormValues.of(type, connector))));
    }

    @GetMapping("/mapping")
    View mapping(@PathVariable String id) {
        Connector connector = connectors.get(id);
        ConnectorDescriptor type = types.get(connector.type()).descriptor();
        return page(
                connector,
                "connector/mapping",
                new MappingPage(headers.of(connector, mapping), type.name(), type.mapping()));
    }

    private View page(Connector connector, String template, Object page) {
        return pages.page(Section.CONNECTORS, connector.name(), template, page);
    }
}
