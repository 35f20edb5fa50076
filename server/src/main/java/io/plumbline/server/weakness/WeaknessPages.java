package io.plumbline.server.weakness;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.Tables;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Weaknesses as pages. */
@PageController
@RequestMapping("/weaknesses")
class WeaknessPages {

    private final Pages pages;
    private final Tables tables;
    private final TablePage<Weakness> table;
    private final Weaknesses weaknesses;
    private final ConnectorFacet connectors;

    WeaknessPages(Pages pages, Tables tables, WeaknessList list, Weaknesses weaknesses, ConnectorFacet connectors) {
        this.pages = pages;
        this.tables = tables;
        this.table = WeaknessListPage.of(list, connectors);
        this.weaknesses = weaknesses;
        this.connectors = connectors;
    }

    @GetMapping
    View list(@RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.WEAKNESSES, "Weaknesses", "table/page", tables.show(table, parameters));
    }

    @GetMapping("/facets/{parameter}")
    View facet(@PathVariable String parameter, @RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.WEAKNESSES, "Weaknesses", "table/facet", tables.facet(table, parameter, parameters));
    }

    @GetMapping("/export.csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) throws IOException {
        tables.csv(table, parameters, response);
    }

    @GetMapping("/export.jsonl")
    void jsonLines(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        tables.jsonLines(table, parameters, response);
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        Weakness weakness = weaknesses.get(id);
        return pages.page(
                Section.WEAKNESSES,
                weakness.name(),
                "weakness/page",
                new WeaknessPage(
                        weakness,
                        Score.text(weakness.severityScore()),
                        weakness.connectorIds().stream().map(connectors::nameOf).toList()));
    }
}
