package io.plumbline.server.sync;

/** The stages of a run, in order; stored and shown by name. */
public enum SyncStage {
    INITIATING,
    CONNECTIVITY_TEST,
    FETCHING,
    NORMALIZING,
    PROCESSING,
    DONE
}
