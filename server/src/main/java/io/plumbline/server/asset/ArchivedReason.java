package io.plumbline.server.asset;

/** Why an asset is archived. */
public enum ArchivedReason {
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

    /** For a person, without a full stop. */
    public String sentence() {
        return switch (this) {
            case NOT_RETURNED -> "a complete sync did not return it";
            case RETENTION -> "it was last observed longer ago than the connector's asset retention";
            case VENDOR_STATUS -> "the connector removes assets with its vendor status";
            case FILTERED -> "the connector's fetch filters leave it out";
        };
    }
}
