package io.plumbline.server.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connector with all that is known of it at one moment.
 *
 * @param latest its newest sync; null before the first
 * @param nextSyncAt null where none is scheduled
 * @param validation null before the first
 */
record ConnectorState(
        Connector connector,
        @Nullable LatestSync latest,
        @Nullable Instant nextSyncAt,
        ConnectorFacts.Holdings holdings,
        @Nullable LatestValidation validation) {

    StatusLine line() {
        return new StatusLine(
                connector.status(), latest, nextSyncAt, connector.schedule().isPresent());
    }

    boolean isUnderWay() {
        return connector.deleting() || (latest != null && latest.isUnderWay());
    }
}
