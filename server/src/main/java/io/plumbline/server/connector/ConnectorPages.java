package io.plumbline.server.connector;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** One connector as a page. */
@PageController
@RequestMapping("/connectors")
class ConnectorPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorHeaders headers;
    private final OverviewTab tab;

    ConnectorPages(Pages pages, Connectors connectors, ConnectorHeaders headers, OverviewTab tab) {
        this.pages = pages;
        this.connectors = connectors;
        this.headers = headers;
        this.tab = tab;
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        Connector connector = connectors.get(id);
        return pages.page(
                Section.CONNECTORS,
                connector.name(),
                "connector/overview",
                new OverviewPage(headers.of(connector, tab)));
    }
}
