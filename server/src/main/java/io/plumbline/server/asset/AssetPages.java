package io.plumbline.server.asset;

import io.plumbline.server.asset.AssetPage.Attribute;
import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.connector.MappedFields;
import io.plumbline.server.inventory.AssetFacets;
import io.plumbline.server.inventory.WeaknessNames;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.ListPages;
import io.plumbline.server.platform.table.Tables;
import io.plumbline.server.platform.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Assets as pages. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/assets")
class AssetPages extends ListPages<Asset> {

    private final AssetList list;
    private final AssetHistory history;
    private final ConnectorFacet connectors;
    private final MappedFields fields;

    AssetPages(
            Pages pages,
            Tables tables,
            AssetList list,
            AssetFacets facets,
            WeaknessNames weaknesses,
            AssetHistory history,
            ConnectorFacet connectors,
            MappedFields fields) {
        super(pages, tables, AssetListPage.of(list, connectors, facets, weaknesses));
        this.list = list;
        this.history = history;
        this.connectors = connectors;
        this.fields = fields;
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        AssetId known = AssetId.parse(id).orElseThrow(AssetPages::unknown);
        Asset asset = list.find(known).orElseThrow(AssetPages::unknown);
        return page(
                asset.name(),
                "asset/page",
                new AssetPage(
                        asset,
                        AssetListPage.status(asset),
                        connectors.nameOf(asset.connectorId()),
                        AssetListPage.reason(asset),
                        AssetListPage.open(asset),
                        fields.ofAssets(asset.connectorId()),
                        attributes(asset),
                        history.of(known)));
    }

    private static List<Attribute> attributes(Asset asset) {
        return new TreeMap<>(asset.customAttributes())
                .entrySet().stream()
                        .map(entry -> new Attribute(entry.getKey(), text(entry.getValue())))
                        .toList();
    }

    private static String text(Object value) {
        return value instanceof Collection<?> texts
                ? texts.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static NotFound unknown() {
        return new NotFound("There is no asset with this id. Its connector may have been deleted.");
    }
}
