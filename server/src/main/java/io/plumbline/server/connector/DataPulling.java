package io.plumbline.server.connector;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connector takes in and how long it keeps it.
 *
 * @param assetRetentionDays 1 to 3650
 * @param removeAssetsWithStatus the vendor's words in upper case; words unknown to us too
 * @param maxEndpoints 1 to 10,000,000
 * @param massChangeGuardPercent 1 to 100; 100 switches the guard off
 * @param includeExcluded whether weaknesses set aside in the vendor's console count
 * @param filters no fetch filter is built yet: always {@link Filters#NONE}
 * @param label not built yet: always null
 * @param purgeAfterDays 1 to 3650
 */
public record DataPulling(
        int assetRetentionDays,
        List<String> removeAssetsWithStatus,
        Ingest ingest,
        int maxEndpoints,
        int massChangeGuardPercent,
        boolean includeExcluded,
        FindingsSource findingsSource,
        Filters filters,
        @Nullable String label,
        int purgeAfterDays) {

    public static final DataPulling DEFAULT = new DataPulling(
            90,
            List.of(),
            Ingest.ASSETS_AND_FINDINGS,
            1_000,
            50,
            false,
            FindingsSource.AUTOMATIC,
            Filters.NONE,
            null,
            365);

    public DataPulling {
        removeAssetsWithStatus = List.copyOf(removeAssetsWithStatus);
    }

    /** Days of 24 hours, whatever clocks do meanwhile. */
    public Duration assetRetention() {
        return Duration.ofDays(assetRetentionDays);
    }

    public Duration purgeAfter() {
        return Duration.ofDays(purgeAfterDays);
    }

    public boolean findingsWanted() {
        return ingest == Ingest.ASSETS_AND_FINDINGS;
    }

    public enum Ingest {
        ASSETS_AND_FINDINGS,
        ASSETS_ONLY
    }

    /** Which of the vendor's data findings are read from; the contract names more, which are refused until they are built. */
    public enum FindingsSource {
        AUTOMATIC,
        VA_CVES
    }

    /** Which assets and findings to leave out. */
    public record Filters(
            List<String> groups,
            List<String> tags,
            List<String> platforms,
            List<String> endpointTypes,
            @Nullable String minimumSeverity) {

        public static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of(), null);
    }
}
