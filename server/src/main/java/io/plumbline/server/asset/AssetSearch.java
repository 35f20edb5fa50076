package io.plumbline.server.asset;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.search.ListSearch;
import io.plumbline.server.platform.search.SearchSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets assets be found. */
@Component
final class AssetSearch implements SearchSource {

    private final AssetList list;
    private final ListSearch search;
    private final LiveConnectors connectors;
    private final JdbcClient jdbc;

    AssetSearch(AssetList list, ListSearch search, LiveConnectors connectors, JdbcClient jdbc) {
        this.list = list;
        this.search = search;
        this.connectors = connectors;
        this.jdbc = jdbc;
    }

    @Override
    public Section section() {
        return Section.ASSETS;
    }

    @Override
    public Found find(String text) {
        return search.find(list, text, AssetSearch::hit);
    }

    /** An archived one only where no active one bears the name. */
    @Override
    public List<Hit> named(String text) {
        List<Hit> active = named(text, AssetStatus.ACTIVE);
        return active.isEmpty() ? named(text, AssetStatus.ARCHIVED) : active;
    }

    private List<Hit> named(String text, AssetStatus status) {
        List<AssetId> ids = jdbc.sql("""
                        select connector_id, id from asset
                        where status = :status and folded_name = :name and connector_id = any(:connectors)
                        limit 2""")
                .param("status", status.stored())
                .param("name", Folding.fold(text))
                .param("connectors", connectors.ids())
                .query((row, _) -> new AssetId(row.getInt(1), row.getInt(2)))
                .list();
        return ids.isEmpty()
                ? List.of()
                : list.load(ids).stream().map(AssetSearch::hit).toList();
    }

    private static Hit hit(Asset asset) {
        return new Hit(asset.name(), Section.ASSETS.path() + "/" + asset.id(), asset.operatingSystem());
    }
}
