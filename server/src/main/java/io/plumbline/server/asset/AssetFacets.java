package io.plumbline.server.asset;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.inventory.AssetFacet;
import io.plumbline.server.inventory.FacetDictionary;
import io.plumbline.server.platform.table.Facet;
import org.springframework.stereotype.Component;

/** What the filters of assets have to offer. Safe for many threads. */
@Component
class AssetFacets {

    private final FacetDictionary dictionary;
    private final LiveConnectors connectors;

    AssetFacets(FacetDictionary dictionary, LiveConnectors connectors) {
        this.dictionary = dictionary;
        this.connectors = connectors;
    }

    Facet of(AssetFacet facet) {
        return Facet.searched(
                facet.parameter(),
                facet.label(),
                typed -> dictionary.values(facet, typed, connectors.ids(), Facet.MOST));
    }
}
