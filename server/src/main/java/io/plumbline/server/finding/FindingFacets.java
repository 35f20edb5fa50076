package io.plumbline.server.finding;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.table.Facet;
import io.plumbline.server.platform.web.NumberedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the filters of findings have to offer, and names for the ids that they are given. Safe for many threads. */
@Component
class FindingFacets {

    private final LiveConnectors connectors;
    private final JdbcClient jdbc;

    FindingFacets(LiveConnectors connectors, JdbcClient jdbc) {
        this.connectors = connectors;
        this.jdbc = jdbc;
    }

    /** That weaknesses affect, as the vendor writes them. */
    Facet products() {
        return Facet.searched(
                "product",
                "Product",
                typed -> jdbc.sql("""
                        select distinct on (product.folded) product.name
                        from connector_weakness k
                        cross join lateral unnest(k.folded_products, k.affected_products) product (folded, name)
                        where k.connector_id = any(:live) and product.folded like :pattern
                        order by product.folded, product.name
                        limit :limit""")
                        .param("live", connectors.ids())
                        .param("pattern", Conditions.containing(Folding.fold(typed)))
                        .param("limit", Facet.MOST)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** Null where there is none. */
    @Nullable
    String nameOfAsset(String id) {
        return NumberedId.of(id, 2)
                .flatMap(numbers -> jdbc.sql("""
                                select n.name
                                from asset a
                                join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
                                where a.connector_id = any(:live) and a.connector_id = :connector and a.id = :id""")
                        .param("live", connectors.ids())
                        .param("connector", numbers.getFirst())
                        .param("id", numbers.getLast())
                        .query((row, _) -> row.getString(1))
                        .optional())
                .orElse(null);
    }
}
