package io.plumbline.server.asset;

import io.plumbline.server.platform.web.NumberedId;
import java.util.Optional;

/** What identifies an asset; in the API both numbers with a hyphen between them. */
record AssetId(int connectorId, int assetId) {

    /** Empty where it cannot be the id of any asset. */
    static Optional<AssetId> parse(String id) {
        return NumberedId.of(id, 2).map(numbers -> new AssetId(numbers.getFirst(), numbers.getLast()));
    }

    @Override
    public String toString() {
        return connectorId + "-" + assetId;
    }
}
