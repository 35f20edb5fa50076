package io.plumbline.server.sync;

import java.time.Instant;

/**
 * A run that this server has taken from the queue.
 *
 * @param startedAt stamps all that the run changes
 */
record Run(
        long id,
        int connectorId,
        RunKind kind,
        SyncTrigger trigger,
        boolean allowMassChange,
        Instant queuedAt,
        Instant startedAt) {}
