package io.plumbline.server.finding;

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

/** Findings as pages. */
@PageController
@RequestMapping("/findings")
class FindingPages {

    private final Pages pages;
    private final Tables tables;
    private final TablePage<Finding> table;
    private final Findings findings;
    private final FindingHistory history;
    private final ConnectorFacet connectors;

    FindingPages(
            Pages pages,
            Tables tables,
            FindingList list,
            Findings findings,
            FindingFacets facets,
            FindingHistory history,
            ConnectorFacet connectors) {
        this.pages = pages;
        this.tables = tables;
        this.table = FindingListPage.of(list, connectors, facets);
        this.findings = findings;
        this.history = history;
        this.connectors = connectors;
    }

    @GetMapping
    View list(@RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.FINDINGS, "Findings", "table/page", tables.show(table, parameters));
    }

    @GetMapping("/facets/{parameter}")
    View facet(@PathVariable String parameter, @RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.FINDINGS, "Findings", "table/facet", tables.facet(table, parameter, parameters));
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
        Finding finding = findings.get(id);
        return pages.page(
                Section.FINDINGS,
                finding.name() + " on " + finding.assetName(),
                "finding/page",
                new FindingPage(
                        finding,
                        FindingListPage.state(finding),
                        Score.text(finding.severityScore()),
                        connectors.nameOf(finding.connectorId()),
                        finding.withheld() == null ? null : finding.withheld().sentence(),
                        finding.fixedReason() == null
                                ? null
                                : finding.fixedReason().sentence(),
                        finding.assetIds().stream().map(FindingPages::bearer).toList(),
                        history.of(FindingId.parse(id).orElseThrow(), finding)));
    }

    private static FindingPage.Bearer bearer(String assetId) {
        return new FindingPage.Bearer(assetId, Section.ASSETS.path() + "/" + assetId);
    }
}
