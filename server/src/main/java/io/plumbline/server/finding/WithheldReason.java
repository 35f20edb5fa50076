package io.plumbline.server.finding;

/** Why a finding is not in the inventory. */
enum WithheldReason implements Stored {
    /** Only archived assets bear its name. */
    ASSET_ARCHIVED(1),
    /** No asset bears its name. */
    NO_ASSET(2),
    /** A fetch filter leaves it out. */
    FILTERED(3),
    /** The connector ingests assets only. */
    ASSETS_ONLY(4);

    private final int stored;

    WithheldReason(int stored) {
        this.stored = stored;
    }

    @Override
    public int stored() {
        return stored;
    }
}
