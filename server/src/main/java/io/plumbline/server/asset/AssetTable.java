package io.plumbline.server.asset;

import io.plumbline.server.platform.listing.Conditions;
import java.util.Set;

/** The tables that say something about assets. One of them leads: in its order a list is read, the others are joined. */
enum AssetTable {
    ASSET("a"),
    SIGHTING("g"),
    NAME("n");

    private static final String SIGHTING_OF_ASSET =
            " join asset_sighting g on g.connector_id = a.connector_id and g.asset_id = a.id";
    private static final String NAME_OF_ASSET =
            " join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id";
    private static final String ASSET_OF_SIGHTING =
            " join asset a on a.connector_id = g.connector_id and a.id = g.asset_id";
    private static final String ASSET_OF_NAME = " join asset a on a.connector_id = n.connector_id and a.name_id = n.id";

    private final String alias;

    AssetTable(String alias) {
        this.alias = alias;
    }

    /** This table before all others that are asked something. */
    String leading(Set<AssetTable> asked) {
        String sighting = asked.contains(SIGHTING) ? SIGHTING_OF_ASSET : "";
        String name = asked.contains(NAME) ? NAME_OF_ASSET : "";
        String asset = asked.contains(ASSET) || asked.contains(NAME) ? ASSET_OF_SIGHTING : "";
        return switch (this) {
            case ASSET -> "asset a" + sighting + name;
            case SIGHTING -> "asset_sighting g" + asset + name;
            case NAME -> "asset_name n" + ASSET_OF_NAME + sighting;
        };
    }

    /**
     * Adds which connectors' assets are asked for and in which status, as this table's indexes want it said.
     *
     * @param statuses not none; of names, which lead to ACTIVE assets only, just that
     */
    Conditions limit(Conditions conditions, Integer[] connectors, Set<AssetStatus> statuses) {
        conditions.and(alias + ".connector_id = any(:connectors)", "connectors", connectors);
        if (this == NAME) {
            return conditions.and("n.active_assets > 0").and("a.status = " + AssetStatus.ACTIVE.stored());
        }
        return statuses.size() > 1
                ? conditions
                : conditions.and(
                        alias + ".status = " + statuses.iterator().next().stored());
    }
}
