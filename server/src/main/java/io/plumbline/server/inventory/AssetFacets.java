package io.plumbline.server.inventory;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.table.Facet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the exact filters on assets have to offer, in whichever list they stand. Safe for many threads. */
@Component
public class AssetFacets {

    private final LiveConnectors connectors;
    private final JdbcClient jdbc;

    AssetFacets(LiveConnectors connectors, JdbcClient jdbc) {
        this.connectors = connectors;
        this.jdbc = jdbc;
    }

    public Facet of(AssetFacet facet) {
        return Facet.searched(facet.parameter(), facet.label(), typed -> values(facet, typed));
    }

    /** As the vendor writes them, in the order of their letters, each once. */
    private List<String> values(AssetFacet facet, String typed) {
        return jdbc.sql("""
                        select distinct on (facet) label
                        from asset_facet
                        where connector_id = any(:connectors) and facet >= :from and facet < :to and facet like :pattern
                        order by facet, connector_id
                        limit :limit""")
                .param("connectors", connectors.ids())
                .param("from", facet.key() + ":")
                .param("to", facet.key() + ";")
                .param("pattern", facet.key() + ":" + Conditions.containing(Folding.fold(typed)))
                .param("limit", Facet.MOST)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
