package io.plumbline.server.connector;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other packages know of connectors and the representation shows. Several may answer; a connector that none knows has no
 * runs and nothing in the inventory. Called once for all connectors of a page.
 */
public interface ConnectorFacts {

    /** By connector id. */
    default Map<Integer, Counts> counts(Collection<Connector> connectors) {
        return Map.of();
    }

    /** By connector id. */
    default Map<Integer, Runs> runs(Collection<Connector> connectors) {
        return Map.of();
    }

    /**
     * @param assets ACTIVE ones
     * @param openFindings those in the inventory
     */
    record Counts(long assets, long openFindings) {}

    /**
     * @param lastSync the representation of the newest sync of any status; null before the first
     * @param nextSyncAt null where nothing is scheduled
     */
    record Runs(@Nullable Object lastSync, @Nullable Instant nextSyncAt) {}
}
