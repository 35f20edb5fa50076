package io.plumbline.server.sync;

import io.plumbline.server.inventory.Validation;
import java.time.Instant;

/** Keeps what comes of comparing the inventory with a source. Called in a transaction. */
public interface ValidationSink {

    /**
     * @param runId of the run that has read the source
     * @param syncId of the last sync whose changes are in the inventory; may be the same
     */
    void add(int connectorId, long runId, long syncId, Instant at, Validation validation);
}
