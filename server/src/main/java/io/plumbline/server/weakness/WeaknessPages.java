package io.plumbline.server.weakness;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.table.ListPages;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.Tables;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Weaknesses as pages. */
@PageController
@RequestMapping("/weaknesses")
class WeaknessPages extends ListPages<Weakness> {

    private final Weaknesses weaknesses;
    private final ConnectorFacet connectors;

    WeaknessPages(Pages pages, Tables tables, WeaknessList list, Weaknesses weaknesses, ConnectorFacet connectors) {
        super(pages, tables, WeaknessListPage.of(list, connectors));
        this.weaknesses = weaknesses;
        this.connectors = connectors;
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        Weakness weakness = weaknesses.get(id);
        return page(
                weakness.name(),
                "weakness/page",
                new WeaknessPage(
                        weakness,
                        Score.text(weakness.severityScore()),
                        weakness.connectorIds().stream().map(connectors::nameOf).toList()));
    }
}
