package io.plumbline.server.asset;

import io.plumbline.server.asset.AssetPage.Attribute;
import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.Tables;
import io.plumbline.server.platform.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Assets as pages. */
@PageController
@RequestMapping("/assets")
class AssetPages {

    private final Pages pages;
    private final Tables tables;
    private final TablePage<Asset> table;
    private final AssetList list;
    private final AssetHistory history;
    private final ConnectorFacet connectors;

    AssetPages(
            Pages pages,
            Tables tables,
            AssetList list,
            AssetFacets facets,
            AssetHistory history,
            ConnectorFacet connectors) {
        this.pages = pages;
        this.tables = tables;
        this.table = AssetListPage.of(list, connectors, facets);
        this.list = list;
        this.history = history;
        this.connectors = connectors;
    }

    @GetMapping
    View list(@RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.ASSETS, "Assets", "table/page", tables.show(table, parameters));
    }

    @GetMapping("/facets/{parameter}")
    View facet(@PathVariable String parameter, @RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(Section.ASSETS, "Assets", "table/facet", tables.facet(table, parameter, parameters));
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
        AssetId known = AssetId.parse(id).orElseThrow(AssetPages::unknown);
        Asset asset = list.find(known).orElseThrow(AssetPages::unknown);
        return pages.page(
                Section.ASSETS,
                asset.name(),
                "asset/page",
                new AssetPage(
                        asset,
                        AssetListPage.status(asset),
                        connectors.nameOf(asset.connectorId()),
                        AssetListPage.reason(asset),
                        AssetListPage.open(asset),
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
