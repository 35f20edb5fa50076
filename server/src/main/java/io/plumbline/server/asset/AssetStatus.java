package io.plumbline.server.asset;

/** Stored as 1 and 2. */
enum AssetStatus {
    ACTIVE,
    /** No longer part of the inventory. */
    ARCHIVED;

    short stored() {
        return (short) (ordinal() + 1);
    }

    static AssetStatus ofStored(int stored) {
        return values()[stored - 1];
    }
}
