package io.plumbline.server.asset;

import io.plumbline.server.connector.LiveConnectors;
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

    /** @param key of the token, see {@link io.plumbline.server.inventory.Facets} */
    Facet facet(String parameter, String key, String label) {
        return Facet.searched(parameter, label, typed -> dictionary.values(key, typed, connectors.ids(), Facet.MOST));
    }
}
