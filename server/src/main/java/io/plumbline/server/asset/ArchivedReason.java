package io.plumbline.server.asset;

/** Why an asset is archived. */
enum ArchivedReason {
    NOT_RETURNED,
    RETENTION,
    VENDOR_STATUS,
    FILTERED;

    /** From what the table has. */
    static ArchivedReason of(int stored) {
        return switch (stored) {
            case 1 -> NOT_RETURNED;
            case 2 -> RETENTION;
            case 3 -> VENDOR_STATUS;
            case 4 -> FILTERED;
            default -> throw new IllegalArgumentException("no reason " + stored);
        };
    }
}
