package io.plumbline.server.asset;

import io.plumbline.server.platform.listing.Key;
import io.plumbline.server.platform.listing.Place;
import java.util.List;

/**
 * An order of lists: that of an index of its leading table.
 *
 * @param field the sort's name
 * @param keys the last is the asset
 * @param connector which of the keys is the connector
 * @param leading how many keys, from the first on, are the leading table's
 */
record AssetOrder(String field, AssetTable table, List<Key> keys, int connector, int leading) {

    static final AssetOrder BY_NAME = new AssetOrder(
            "name",
            AssetTable.ASSET,
            List.of(Key.text("a.folded_name"), Key.integer("a.connector_id"), Key.integer("a.id")),
            1,
            3);

    static final AssetOrder BY_EXPOSURE = new AssetOrder(
            "exposure",
            AssetTable.NAME,
            List.of(Key.number("n.exposure"), Key.integer("n.connector_id"), Key.integer("n.id"), Key.integer("a.id")),
            1,
            3);

    static final AssetOrder BY_LAST_OBSERVED = new AssetOrder(
            "lastObservedAt",
            AssetTable.SIGHTING,
            List.of(Key.time("g.last_observed_at"), Key.integer("g.connector_id"), Key.integer("g.asset_id")),
            1,
            3);

    static final AssetOrder BY_FIRST_OBSERVED = new AssetOrder(
            "firstObservedAt",
            AssetTable.ASSET,
            List.of(Key.time("a.first_observed_at"), Key.integer("a.connector_id"), Key.integer("a.id")),
            1,
            3);

    /** For what has nothing that a sort goes by. */
    static final AssetOrder BY_ID =
            new AssetOrder("id", AssetTable.ASSET, List.of(Key.integer("a.connector_id"), Key.integer("a.id")), 0, 2);

    private static final List<AssetOrder> SORTS = List.of(BY_NAME, BY_EXPOSURE, BY_LAST_OBSERVED, BY_FIRST_OBSERVED);

    static AssetOrder of(String field) {
        return SORTS.stream()
                .filter(order -> order.field.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sort " + field));
    }

    AssetId id(Place place) {
        return new AssetId(place.integer(connector), place.integer(keys.size() - 1));
    }
}
