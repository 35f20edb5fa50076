package io.plumbline.server.finding;

/** Why a finding counts as fixed. */
enum FixedReason implements Stored {
    /** The vendor no longer lists it. */
    NOT_RETURNED(1),
    /** The vendor's console sets its weakness aside. */
    EXCLUDED(2);

    private final int stored;

    FixedReason(int stored) {
        this.stored = stored;
    }

    @Override
    public int stored() {
        return stored;
    }
}
