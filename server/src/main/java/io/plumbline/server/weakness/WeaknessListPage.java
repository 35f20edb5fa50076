package io.plumbline.server.weakness;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.Cell;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.SeverityFacet;
import io.plumbline.server.platform.table.TableColumn;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.Filter;
import io.plumbline.server.platform.table.TablePage.View;
import io.plumbline.server.platform.table.TablePage.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of weaknesses as a page. */
final class WeaknessListPage {

    private WeaknessListPage() {}

    static TablePage<Weakness> of(WeaknessList list, ConnectorFacet connectors) {
        return new TablePage<>(
                Section.WEAKNESSES,
                list,
                new Words("weakness", "weaknesses"),
                "Search name and description",
                columns(connectors),
                List.of(connectors.facet(), SeverityFacet.labelled("Severity")),
                filter -> chip(filter, connectors),
                List.of(View.usual("with open findings"), new View("all", "open", "false")),
                new Empty(
                        "No weaknesses yet",
                        "Weaknesses come with the syncs of a connector that ingests findings.",
                        "Go to the connectors",
                        Section.CONNECTORS.path()));
    }

    private static List<TableColumn<Weakness>> columns(ConnectorFacet connectors) {
        return List.of(
                TableColumn.<Weakness>of("name", "Weakness", it -> new Cell.Link(it.name(), path(it.id())))
                        .sortedBy("name"),
                TableColumn.<Weakness>of(
                                "severity",
                                "Severity",
                                it -> new Cell.Graded(it.severity(), Score.text(it.severityScore())))
                        .sortedDownBy("severity"),
                TableColumn.<Weakness>of(
                                "affectedAssetCount",
                                "Affected assets",
                                it -> new Cell.Amount(it.affectedAssetCount(), null))
                        .sortedDownBy("affectedAssetCount"),
                TableColumn.<Weakness>of(
                                "openFindingCount",
                                "Open findings",
                                it -> new Cell.Amount(it.openFindingCount(), "/findings?weaknessId=" + it.id()))
                        .sortedDownBy("openFindingCount"),
                TableColumn.of(
                        "fixedFindingCount",
                        "Fixed",
                        it -> new Cell.Amount(it.fixedFindingCount(), "/findings?state=FIXED&weaknessId=" + it.id())),
                TableColumn.of("description", "Description", it -> Cell.text(it.description())),
                TableColumn.of("firstObservedAt", "First observed", it -> Cell.moment(it.firstObservedAt())),
                TableColumn.<Weakness>of("lastObservedAt", "Last observed", it -> Cell.moment(it.lastObservedAt()))
                        .hidden(),
                TableColumn.<Weakness>of("publishedAt", "Published", it -> Cell.moment(it.publishedAt()))
                        .hidden(),
                TableColumn.<Weakness>of("affectedProducts", "Products", it -> Cell.tags(it.affectedProducts()))
                        .hidden(),
                TableColumn.<Weakness>of(
                                "connectors",
                                "Connectors",
                                it -> Cell.tags(it.connectorIds().stream()
                                        .map(connectors::nameOf)
                                        .toList()))
                        .hidden());
    }

    static String path(String id) {
        return Section.WEAKNESSES.path() + "/" + id;
    }

    private static @Nullable String chip(Filter filter, ConnectorFacet connectors) {
        return switch (filter.parameter()) {
            case ConnectorFacet.PARAMETER -> connectors.nameOf(filter.value());
            case "open" -> filter.value().equals("false") ? "all" : "with open findings";
            default -> null;
        };
    }
}
