package io.plumbline.server.validation;

import io.plumbline.server.connector.ConnectorHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a connector's inventory with its vendor's numbers.
 *
 * @param shown the one that is told in full; null while there is none
 * @param trouble why the last one that somebody asked for has no verdict; null where it has, or none was asked for
 * @param underWay one that somebody has asked for runs
 * @param stale the newest sync failed: the verdict is about the one before it
 * @param rows all of them, the newest first
 * @param next where the older ones are; null after the last
 */
public record ValidationPage(
        ConnectorHeader header,
        @Nullable Shown shown,
        @Nullable String trouble,
        boolean underWay,
        boolean stale,
        List<Row> rows,
        @Nullable String next) {

    /** @param irregularities what does not fit together within the inventory itself */
    public record Shown(
            String verdict,
            String kind,
            String meaning,
            Instant at,
            String syncPath,
            List<ComparisonTable> tables,
            boolean withoutFindings,
            List<String> irregularities) {}

    /** @param own asked for by a person, not made by a sync */
    public record Row(
            String path, Instant at, String verdict, String kind, String assets, String findings, boolean own) {}
}
