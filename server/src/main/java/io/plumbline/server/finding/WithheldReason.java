package io.plumbline.server.finding;

/** Why a finding is not in the inventory. */
public enum WithheldReason implements Stored {
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

    /** For a person. */
    public String sentence() {
        return switch (this) {
            case ASSET_ARCHIVED -> "Every asset that bears its name is archived.";
            case NO_ASSET -> "No asset bears its name.";
            case FILTERED -> "The connector's fetch filters leave it out.";
            case ASSETS_ONLY -> "The connector ingests assets only.";
        };
    }
}
