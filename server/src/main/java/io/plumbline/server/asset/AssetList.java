package io.plumbline.server.asset;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.inventory.Facets;
import io.plumbline.server.inventory.Folding;
import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.Key;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of assets: its filters, sorts and columns. */
@Component
class AssetList implements ListDefinition<AssetId, AssetView> {

    private static final List<AssetOrder> ORDERS = List.of(
            new AssetOrder(
                    "name", List.of(Key.text("n.folded"), Key.integer("n.connector_id"), Key.integer("n.id")), "a.id"),
            new AssetOrder(
                    "exposure",
                    List.of(Key.number("n.exposure"), Key.integer("n.connector_id"), Key.integer("n.id")),
                    "a.id"),
            new AssetOrder(
                    "lastObservedAt",
                    List.of(Key.time("g.last_observed_at"), Key.integer("g.connector_id")),
                    "g.asset_id"),
            new AssetOrder(
                    "firstObservedAt",
                    List.of(Key.time("a.first_observed_at"), Key.integer("a.connector_id")),
                    "a.id"));

    private final AssetStore store;
    private final LiveConnectors connectors;

    AssetList(AssetStore store, LiveConnectors connectors) {
        this.store = store;
        this.connectors = connectors;
    }

    @Override
    public String name() {
        return "assets";
    }
}
