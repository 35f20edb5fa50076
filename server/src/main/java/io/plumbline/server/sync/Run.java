package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that this server has taken from the queue.
 *
 * @param attempt how many runs in a row it makes, from 1
 * @param trial the data pulling that a preview tries; null: the connector's
 * @param startedAt stamps all that the run changes
 */
record Run(
        long id,
        int connectorId,
        RunKind kind,
        SyncTrigger trigger,
        int attempt,
        boolean allowMassChange,
        @Nullable DataPulling trial,
        Instant queuedAt,
        Instant startedAt) {}
