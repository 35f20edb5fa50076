package io.plumbline.server.weakness;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.Address;
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
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The list of weaknesses as a page. */
final class WeaknessListPage {

    private WeaknessListPage() {}

    /** @param asked the parameters of the list; those that choose connectors go along into the lists behind its numbers */
    static TablePage<Weakness> of(WeaknessList list, ConnectorFacet connectors, MultiValueMap<String, String> asked) {
        return new TablePage<>(
                Section.WEAKNESSES,
                list,
                new Words("weakness", "weaknesses"),
                "Search name and description",
                columns(connectors, asked.getOrDefault(ConnectorFacet.PARAMETER, List.of())),
                List.of(connectors.facet(), SeverityFacet.labelled("Severity")),
                filter -> chip(filter, connectors),
                List.of(View.usual("with open findings"), new View("all", "open", "false")),
                new Empty(
                        "No weaknesses yet",
                        "Weaknesses come with the syncs of a connector that ingests findings.",
                        "Go to the connectors",
                        Section.CONNECTORS.path()));
    }

    private static List<TableColumn<Weakness>> columns(ConnectorFacet connectors, List<String> known) {
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
                                it -> new Cell.Amount(
                                        it.affectedAssetCount(),
                                        behind(Section.ASSETS, it, known).url()))
                        .sortedDownBy("affectedAssetCount"),
                TableColumn.<Weakness>of(
                                "openFindingCount",
                                "Open findings",
                                it -> new Cell.Amount(
                                        it.openFindingCount(),
                                        behind(Section.FINDINGS, it, known).url()))
                        .sortedDownBy("openFindingCount"),
                TableColumn.of(
                        "fixedFindingCount",
                        "Fixed",
                        it -> new Cell.Amount(
                                it.fixedFindingCount(),
                                behind(Section.FINDINGS, it, known)
                                        .set("state", "FIXED")
                                        .url())),
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

    private static Address behind(Section section, Weakness weakness, List<String> known) {
        Address all = Address.of(section.path(), new LinkedMultiValueMap<>()).set("weaknessId", weakness.id());
        for (String connector : known) {
            all = all.add(ConnectorFacet.PARAMETER, connector);
        }
        return all;
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
