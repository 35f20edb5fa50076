package io.plumbline.server.finding;

/** What has become of a finding. */
public enum FindingState implements Stored {
    ACTIVE(1),
    /** Open again after it had been fixed. */
    RESURFACED(2),
    FIXED(3);

    private final int stored;

    FindingState(int stored) {
        this.stored = stored;
    }

    @Override
    public int stored() {
        return stored;
    }
}
