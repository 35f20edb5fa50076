package io.plumbline.server.inventory;

import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.listing.Conditions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The values that the exact filters on assets can be given. Safe for many threads. */
@Component
public class FacetDictionary {

    private final JdbcClient jdbc;

    FacetDictionary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As the vendor writes them, in the order of their letters, each once.
     *
     * @param typed what the values contain, without regard to case; empty: any
     */
    public List<String> values(AssetFacet facet, String typed, Integer[] connectors, int limit) {
        return jdbc.sql("""
                        select distinct on (facet) label
                        from asset_facet
                        where connector_id = any(:connectors) and facet >= :from and facet < :to and facet like :pattern
                        order by facet, connector_id
                        limit :limit""")
                .param("connectors", connectors)
                .param("from", facet.key() + ":")
                .param("to", facet.key() + ";")
                .param("pattern", facet.key() + ":" + Conditions.containing(Folding.fold(typed)))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
