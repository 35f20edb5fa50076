package io.plumbline.server.asset;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.inventory.AssetFacet;
import io.plumbline.server.inventory.AssetFacets;
import io.plumbline.server.inventory.WeaknessNames;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.Address;
import io.plumbline.server.platform.table.Cell;
import io.plumbline.server.platform.table.Facet;
import io.plumbline.server.platform.table.Period;
import io.plumbline.server.platform.table.SeverityFacet;
import io.plumbline.server.platform.table.TableColumn;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.View;
import io.plumbline.server.platform.table.TablePage.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of assets as a page. */
final class AssetListPage {

    private AssetListPage() {}

    static TablePage<Asset> of(
            AssetList list, ConnectorFacet connectors, AssetFacets facets, WeaknessNames weaknesses) {
        return new TablePage<>(
                Section.ASSETS,
                list,
                new Words("asset", "assets"),
                "Search name, FQDN, IP and MAC",
                columns(connectors),
                List.of(
                        connectors.facet(),
                        SeverityFacet.labelled("Open findings"),
                        facets.of(AssetFacet.OPERATING_SYSTEM),
                        facets.of(AssetFacet.ENDPOINT_TYPE),
                        facets.of(AssetFacet.TAG),
                        facets.of(AssetFacet.GROUP),
                        facets.of(AssetFacet.VENDOR_STATUS),
                        Facet.of(
                                "status",
                                "Status",
                                List.of(new Facet.Value("ACTIVE", "Active"), new Facet.Value("ARCHIVED", "Archived"))),
                        new Period("lastObserved", "Last observed")),
                filter -> switch (filter.parameter()) {
                    case ConnectorFacet.PARAMETER -> connectors.nameOf(filter.value());
                    case "weaknessId" -> weaknesses.of(filter.value());
                    default -> null;
                },
                List.of(View.usual("active"), new View("archived", "status", "ARCHIVED")),
                new Empty(
                        "No assets yet",
                        "Assets come with the first sync of a connector.",
                        "Go to the connectors",
                        Section.CONNECTORS.path()));
    }

    private static List<TableColumn<Asset>> columns(ConnectorFacet connectors) {
        return List.of(
                TableColumn.<Asset>of("name", "Name", it -> new Cell.Link(it.name(), path(it.id())))
                        .sortedBy("name"),
                TableColumn.<Asset>of("status", "Status", it -> status(it)).hidden(),
                TableColumn.<Asset>of(
                                "openFindings",
                                "Open findings",
                                it -> new Cell.PerSeverity(open(it), findings(it.id())))
                        .sortedDownBy("exposure"),
                TableColumn.of("operatingSystem", "Operating system", it -> Cell.text(it.operatingSystem())),
                TableColumn.of("vendorStatus", "Vendor status", it -> Cell.text(it.vendorStatus())),
                TableColumn.<Asset>of("ipv4Addresses", "IPv4", it -> Cell.tags(it.ipv4Addresses()))
                        .hidden(),
                TableColumn.of("externalTags", "Tags", it -> Cell.tags(it.externalTags())),
                TableColumn.<Asset>of("lastObservedAt", "Last observed", it -> Cell.moment(it.lastObservedAt()))
                        .sortedDownBy("lastObservedAt"),
                TableColumn.<Asset>of("firstObservedAt", "First observed", it -> Cell.moment(it.firstObservedAt()))
                        .sortedDownBy("firstObservedAt")
                        .hidden(),
                TableColumn.<Asset>of("archivedReason", "Archived because", it -> Cell.text(reason(it)))
                        .shownWhere(AssetListPage::hasArchived),
                TableColumn.<Asset>of("archivedAt", "Archived", it -> Cell.moment(it.archivedAt()))
                        .shownWhere(AssetListPage::hasArchived),
                TableColumn.<Asset>of("fqdn", "FQDN", it -> Cell.text(it.fqdn()))
                        .hidden(),
                TableColumn.<Asset>of("ipv6Addresses", "IPv6", it -> Cell.tags(it.ipv6Addresses()))
                        .hidden(),
                TableColumn.<Asset>of("macAddresses", "MAC", it -> Cell.tags(it.macAddresses()))
                        .hidden(),
                TableColumn.<Asset>of("externalId", "External identifier", it -> Cell.text(it.externalId()))
                        .hidden(),
                TableColumn.<Asset>of("connector", "Connector", it -> Cell.text(connectors.nameOf(it.connectorId())))
                        .hidden());
    }

    private static boolean hasArchived(Address address) {
        return address.has("status", "ARCHIVED");
    }

    static String findings(String id) {
        return Section.FINDINGS.path() + "?assetId=" + id;
    }

    static String path(String id) {
        return Section.ASSETS.path() + "/" + id;
    }

    static Cell status(Asset asset) {
        return asset.status() == AssetStatus.ACTIVE
                ? new Cell.State("active", "Active")
                : new Cell.State("archived", "Archived");
    }

    static Map<Severity, Long> open(Asset asset) {
        OpenFindings open = asset.openFindings();
        Map<Severity, Long> amounts = new EnumMap<>(Severity.class);
        amounts.put(Severity.CRITICAL, (long) open.critical());
        amounts.put(Severity.HIGH, (long) open.high());
        amounts.put(Severity.MEDIUM, (long) open.medium());
        amounts.put(Severity.LOW, (long) open.low());
        amounts.put(Severity.INFO, (long) open.info());
        return amounts;
    }

    static @Nullable String reason(Asset asset) {
        return asset.archivedReason() == null ? null : asset.archivedReason().sentence();
    }
}
