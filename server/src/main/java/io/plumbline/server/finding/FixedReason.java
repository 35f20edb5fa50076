package io.plumbline.server.finding;

/** Why a finding counts as fixed. */
public enum FixedReason implements Stored {
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

    /** For a person, without a full stop. */
    public String sentence() {
        return switch (this) {
            case NOT_RETURNED -> "a complete sync no longer listed it";
            case EXCLUDED -> "the vendor's console excludes its weakness";
        };
    }

    /** Likewise, in short and with the sync that saw it. */
    String by(String sync) {
        return switch (this) {
            case NOT_RETURNED -> "not reported since sync " + sync;
            case EXCLUDED -> "excluded by the vendor since sync " + sync;
        };
    }
}
