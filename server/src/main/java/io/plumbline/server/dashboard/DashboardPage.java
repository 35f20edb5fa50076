package io.plumbline.server.dashboard;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.platform.chart.FindingsByDay;
import io.plumbline.server.weakness.Weakness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows.
 *
 * @param observed when the oldest of the connectors' findings were read; null before the first sync
 */
public record DashboardPage(
        String assets,
        String archived,
        String weaknesses,
        String open,
        String fixed,
        List<Graded> severities,
        FindingsByDay days,
        List<Top> topWeaknesses,
        List<Exposed> topAssets,
        List<Source> connectors,
        @Nullable Instant observed) {

    public record Graded(Severity severity, String count, String href) {}

    /** @param share of the longest bar, from 0 to 100 */
    public record Top(Weakness weakness, String href, String affected, String share) {}

    /** @param findings the address of all that is open on it */
    public record Exposed(String name, String href, Map<Severity, Long> open, String findings) {}

    /** A connector and how fresh its data is. */
    public record Source(
            String name,
            String href,
            String kind,
            String word,
            @Nullable Instant assetsObservedAt,
            @Nullable Instant findingsObservedAt,
            @Nullable Instant nextSyncAt,
            String assets,
            String assetsHref,
            String open,
            String openHref) {}

    public boolean isEmpty() {
        return connectors.isEmpty();
    }
}
