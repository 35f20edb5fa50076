package io.plumbline.server.asset;

import java.util.Arrays;

/** Whether an asset is part of the inventory. */
public enum AssetStatus {
    ACTIVE(1),
    ARCHIVED(2);

    private final int stored;

    AssetStatus(int stored) {
        this.stored = stored;
    }

    static AssetStatus of(int stored) {
        return Arrays.stream(values())
                .filter(status -> status.stored == stored)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status " + stored));
    }

    /** As the table has it. */
    int stored() {
        return stored;
    }
}
