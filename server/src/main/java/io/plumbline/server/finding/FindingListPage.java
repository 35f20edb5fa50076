package io.plumbline.server.finding;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.inventory.AssetFacet;
import io.plumbline.server.inventory.AssetFacets;
import io.plumbline.server.inventory.WeaknessNames;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.Address;
import io.plumbline.server.platform.table.Cell;
import io.plumbline.server.platform.table.Facet;
import io.plumbline.server.platform.table.Period;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.SeverityFacet;
import io.plumbline.server.platform.table.TableColumn;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.Filter;
import io.plumbline.server.platform.table.TablePage.View;
import io.plumbline.server.platform.table.TablePage.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of findings as a page. */
final class FindingListPage {

    private static final Period FIXED = new Period("fixed", "Fixed", Map.of("state", "FIXED"));

    private FindingListPage() {}

    static TablePage<Finding> of(
            FindingList list,
            ConnectorFacet connectors,
            AssetFacets assets,
            FindingFacets facets,
            WeaknessNames weaknesses) {
        return of(list, connectors, assets, facets, weaknesses, columns(connectors));
    }

    /** Where all are of one weakness it is the assets that tell them apart. */
    static TablePage<Finding> ofOneWeakness(
            FindingList list,
            ConnectorFacet connectors,
            AssetFacets assets,
            FindingFacets facets,
            WeaknessNames weaknesses) {
        List<TableColumn<Finding>> columns = new ArrayList<>();
        columns.add(TableColumn.<Finding>of("assetName", "Asset", it -> new Cell.Link(it.assetName(), path(it.id())))
                .sortedBy("assetName"));
        for (TableColumn<Finding> column : columns(connectors)) {
            switch (column.key()) {
                case "assetName" -> {}
                case "name", "severity" -> columns.add(column.hidden());
                default -> columns.add(column);
            }
        }
        return of(list, connectors, assets, facets, weaknesses, columns);
    }

    private static TablePage<Finding> of(
            FindingList list,
            ConnectorFacet connectors,
            AssetFacets assets,
            FindingFacets facets,
            WeaknessNames weaknesses,
            List<TableColumn<Finding>> columns) {
        return new TablePage<>(
                Section.FINDINGS,
                list,
                new Words("finding", "findings"),
                "Search weakness and asset",
                columns,
                List.of(
                        connectors.facet(),
                        SeverityFacet.labelled("Severity"),
                        Facet.of(
                                "state",
                                "State",
                                List.of(
                                        new Facet.Value("ACTIVE", "Active"),
                                        new Facet.Value("RESURFACED", "Resurfaced"),
                                        new Facet.Value("FIXED", "Fixed"))),
                        assets.of(AssetFacet.ENDPOINT_TYPE),
                        assets.of(AssetFacet.GROUP),
                        assets.of(AssetFacet.TAG),
                        assets.of(AssetFacet.OPERATING_SYSTEM),
                        facets.products(),
                        new Period("firstObserved", "First observed"),
                        FIXED,
                        Facet.of(
                                "withheld",
                                "Withheld",
                                List.of(
                                        new Facet.Value("ASSET_ARCHIVED", "Asset archived"),
                                        new Facet.Value("NO_ASSET", "No asset of that name"),
                                        new Facet.Value("FILTERED", "Filtered"),
                                        new Facet.Value("ASSETS_ONLY", "Connector ingests assets only")))),
                filter -> chip(filter, connectors, facets, weaknesses),
                List.of(
                        View.usual("open"),
                        new View("resurfaced", "state", "RESURFACED"),
                        new View("fixed", "state", "FIXED")),
                new Empty(
                        "No open findings",
                        "Either nothing vulnerable was found, or no connector has ingested findings yet.",
                        "Go to the connectors",
                        Section.CONNECTORS.path()));
    }

    private static List<TableColumn<Finding>> columns(ConnectorFacet connectors) {
        return List.of(
                TableColumn.of("name", "Finding", it -> new Cell.Link(it.name(), path(it.id()))),
                TableColumn.<Finding>of(
                                "severity",
                                "Severity",
                                it -> new Cell.Graded(it.severity(), Score.text(it.severityScore())))
                        .sortedDownBy("severity"),
                TableColumn.<Finding>of("state", "State", FindingListPage::state)
                        .shownWhere(address ->
                                !hasFixed(address) || address.all("state").size() > 1),
                TableColumn.<Finding>of("assetName", "Asset", FindingListPage::asset)
                        .sortedBy("assetName"),
                TableColumn.<Finding>of("firstObservedAt", "First observed", it -> Cell.moment(it.firstObservedAt()))
                        .sortedDownBy("firstObservedAt"),
                TableColumn.<Finding>of("lastObservedAt", "Last observed", it -> Cell.moment(it.lastObservedAt()))
                        .shownWhere(address -> !hasFixed(address)),
                TableColumn.<Finding>of("fixedAt", "Fixed", it -> Cell.moment(it.fixedAt()))
                        .sortedDownBy("fixedAt")
                        .shownWhere(FindingListPage::hasFixed),
                TableColumn.<Finding>of("fixedReason", "Fixed because", FindingListPage::fixedBecause)
                        .shownWhere(FindingListPage::hasFixed),
                TableColumn.<Finding>of("connector", "Connector", it -> Cell.text(connectors.nameOf(it.connectorId())))
                        .hidden(),
                TableColumn.<Finding>of("vendorSeverity", "Vendor severity", it -> Cell.text(it.vendorSeverity()))
                        .hidden(),
                TableColumn.<Finding>of("assetCount", "Assets", it -> new Cell.Amount(it.assetCount(), null))
                        .hidden(),
                TableColumn.<Finding>of("description", "Description", it -> Cell.text(it.description()))
                        .hidden());
    }

    private static boolean hasFixed(Address address) {
        return address.has("state", "FIXED") || FIXED.isSet(address);
    }

    private static Cell fixedBecause(Finding finding) {
        return finding.fixedReason() == null || finding.fixedBySyncId() == null
                ? new Cell.None()
                : new Cell.Link(
                        finding.fixedReason().by(finding.fixedBySyncId()),
                        syncPath(finding.connectorId(), finding.fixedBySyncId()));
    }

    static String syncPath(Object connectorId, Object syncId) {
        return Section.CONNECTORS.path() + "/" + connectorId + "/syncs/" + syncId;
    }

    static String path(String id) {
        return Section.FINDINGS.path() + "/" + id;
    }

    static Cell state(Finding finding) {
        return switch (finding.state()) {
            case ACTIVE -> new Cell.State("open", "Active");
            case RESURFACED -> new Cell.State("resurfaced", "Resurfaced");
            case FIXED -> new Cell.State("fixed", "Fixed");
        };
    }

    private static Cell asset(Finding finding) {
        return finding.assetIds().size() == 1
                ? new Cell.Link(
                        finding.assetName(),
                        Section.ASSETS.path() + "/" + finding.assetIds().getFirst())
                : new Cell.Text(finding.assetName());
    }

    private static @Nullable String chip(
            Filter filter, ConnectorFacet connectors, FindingFacets facets, WeaknessNames weaknesses) {
        return switch (filter.parameter()) {
            case ConnectorFacet.PARAMETER -> connectors.nameOf(filter.value());
            case "assetId" -> facets.nameOfAsset(filter.value());
            case "weaknessId" -> weaknesses.of(filter.value());
            default -> null;
        };
    }
}
