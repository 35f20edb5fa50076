package io.plumbline.server.finding;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.connector.MappedFields;
import io.plumbline.server.inventory.AssetFacets;
import io.plumbline.server.inventory.WeaknessNames;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.ListPages;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.Tables;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Findings as pages. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/findings")
class FindingPages extends ListPages<Finding> {

    private final TablePage<Finding> ofOneWeakness;
    private final Findings findings;
    private final FindingHistory history;
    private final ConnectorFacet connectors;
    private final MappedFields fields;

    FindingPages(
            Pages pages,
            Tables tables,
            FindingList list,
            Findings findings,
            AssetFacets assets,
            FindingFacets facets,
            WeaknessNames weaknesses,
            FindingHistory history,
            ConnectorFacet connectors,
            MappedFields fields) {
        super(pages, tables, FindingListPage.of(list, connectors, assets, facets, weaknesses));
        this.ofOneWeakness = FindingListPage.ofOneWeakness(list, connectors, assets, facets, weaknesses);
        this.findings = findings;
        this.history = history;
        this.connectors = connectors;
        this.fields = fields;
    }

    @Override
    protected TablePage<Finding> shown(MultiValueMap<String, String> parameters) {
        long weaknesses = parameters.getOrDefault("weaknessId", List.of()).stream()
                .filter(id -> !id.isEmpty())
                .count();
        return weaknesses == 1 ? ofOneWeakness : super.shown(parameters);
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        Finding finding = findings.get(id);
        return page(
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
                        fields.ofFindings(List.of(finding.connectorId())),
                        history.of(FindingId.parse(id).orElseThrow(), finding)));
    }

    private static FindingPage.Bearer bearer(String assetId) {
        return new FindingPage.Bearer(assetId, Section.ASSETS.path() + "/" + assetId);
    }
}
