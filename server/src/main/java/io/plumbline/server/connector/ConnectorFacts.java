package io.plumbline.server.connector;

import io.plumbline.connector.api.Severity;
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
    default Map<Integer, Runs> runs(Collection<Connector> connectors) {
        return Map.of();
    }

    /** By connector id; a connector that never synced is left out. */
    default Map<Integer, LatestSync> latestSyncs(Collection<Connector> connectors) {
        return Map.of();
    }

    /** By connector id. */
    default Map<Integer, Holdings> holdings(Collection<Connector> connectors) {
        return Map.of();
    }

    /** By connector id; a connector that was never compared is left out. */
    default Map<Integer, LatestValidation> validations(Collection<Connector> connectors) {
        return Map.of();
    }

    /**
     * @param lastSync the representation of the newest sync of any status; null before the first
     * @param nextSyncAt null where nothing is scheduled
     */
    record Runs(@Nullable Object lastSync, @Nullable Instant nextSyncAt) {

        public static final Runs NONE = new Runs(null, null);
    }

    /**
     * What a connector has in the inventory, and how old it is.
     *
     * @param assets ACTIVE ones
     * @param archivedAssets kept, hidden
     * @param openFindings those in the inventory
     * @param fixedFindings likewise
     * @param assetsAsOf start of the last sync that read every endpoint; null before it
     * @param findingsAsOf likewise for findings
     */
    record Holdings(
            long assets,
            long archivedAssets,
            Map<Severity, Long> openFindings,
            long fixedFindings,
            @Nullable Instant assetsAsOf,
            @Nullable Instant findingsAsOf) {

        public static final Holdings NONE = new Holdings(0, 0, Map.of(), 0, null, null);

        public Holdings {
            openFindings = Map.copyOf(openFindings);
        }

        public long allOpenFindings() {
            return openFindings.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
