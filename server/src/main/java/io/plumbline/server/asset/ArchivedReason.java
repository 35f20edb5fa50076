package io.plumbline.server.asset;

import org.jspecify.annotations.Nullable;

/** Stored as 1 to 4. */
enum ArchivedReason {
    NOT_RETURNED,
    RETENTION,
    VENDOR_STATUS,
    FILTERED;

    /** @param stored 0 for none */
    static @Nullable ArchivedReason ofStored(int stored) {
        return stored == 0 ? null : values()[stored - 1];
    }
}
