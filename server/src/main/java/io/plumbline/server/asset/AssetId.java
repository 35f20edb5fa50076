package io.plumbline.server.asset;

import io.plumbline.server.platform.web.Numbers;
import java.util.Optional;

/** An asset of a connector; to clients one opaque text. */
record AssetId(int connector, int asset) {

    /** Empty for a text that can be no asset's. */
    static Optional<AssetId> parse(String text) {
        return Numbers.of(text, 2).map(numbers -> new AssetId(numbers.getFirst(), numbers.getLast()));
    }

    @Override
    public String toString() {
        return connector + "-" + asset;
    }
}
