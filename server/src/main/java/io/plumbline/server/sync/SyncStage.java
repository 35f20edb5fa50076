package io.plumbline.server.sync;

/** The stages of a run, in order; stored and shown by name. */
public enum SyncStage {
    INITIATING("Initiating"),
    CONNECTIVITY_TEST("Connectivity test"),
    FETCHING("Fetching"),
    NORMALIZING("Normalizing"),
    PROCESSING("Processing"),
    DONE("Done");

    private final String label;

    SyncStage(String label) {
        this.label = label;
    }

    /** What a person reads. */
    String label() {
        return label;
    }
}
