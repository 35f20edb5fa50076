package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.ConnectorType;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** All connectors, and what can be connected. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors")
class ConnectorListPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorStates states;
    private final ConnectorTypes types;

    ConnectorListPages(Pages pages, Connectors connectors, ConnectorStates states, ConnectorTypes types) {
        this.pages = pages;
        this.connectors = connectors;
        this.states = states;
        this.types = types;
    }

    @GetMapping
    View list() {
        List<ConnectorListPage.Row> rows = states.of(connectors.all()).stream()
                .map(state -> ConnectorListPage.Row.of(state, types))
                .sorted(Comparator.comparing((ConnectorListPage.Row row) -> ConnectorName.key(row.name()))
                        .thenComparingInt(ConnectorListPage.Row::id))
                .toList();
        return pages.page(Section.CONNECTORS, "Connectors", "connector/list", new ConnectorListPage(rows));
    }

    /**
     * @param q part of a type's name
     * @param category empty: any
     */
    @Needs(Permission.ADMINISTER)
    @GetMapping("/library")
    View library(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String category) {
        List<ConnectorDescriptor> all =
                types.all().stream().map(ConnectorType::descriptor).toList();
        String wanted = ConnectorName.key(q.strip());
        List<ConnectorDescriptor> found = all.stream()
                .filter(type -> category.isEmpty() || type.category().equals(category))
                .filter(type -> ConnectorName.key(type.name()).contains(wanted))
                .toList();
        List<String> categories = all.stream()
                .map(ConnectorDescriptor::category)
                .distinct()
                .sorted()
                .toList();
        return pages.page(
                Section.CONNECTORS,
                "Connector Library",
                "connector/library",
                new LibraryPage(q, category, categories, found));
    }
}
