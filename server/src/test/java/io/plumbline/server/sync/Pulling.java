package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.connector.DataPulling.Ingest;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a person changes of data pulling, one thing at a time. */
final class Pulling {

    private Pulling() {}

    static UnaryOperator<DataPulling> assetsOnly(boolean only) {
        Ingest ingest = only ? Ingest.ASSETS_ONLY : Ingest.ASSETS_AND_FINDINGS;
        return p -> with(p, p.assetRetentionDays(), p.removeAssetsWithStatus(), ingest, p.massChangeGuardPercent());
    }

    static UnaryOperator<DataPulling> guard(int percent) {
        return p -> with(p, p.assetRetentionDays(), p.removeAssetsWithStatus(), p.ingest(), percent);
    }

    static UnaryOperator<DataPulling> removing(String... statuses) {
        return p -> with(p, p.assetRetentionDays(), List.of(statuses), p.ingest(), p.massChangeGuardPercent());
    }

    static UnaryOperator<DataPulling> retention(int days) {
        return p -> with(p, days, p.removeAssetsWithStatus(), p.ingest(), p.massChangeGuardPercent());
    }

    private static DataPulling with(DataPulling p, int days, List<String> statuses, Ingest ingest, int guard) {
        return new DataPulling(
                days,
                statuses,
                ingest,
                p.maxEndpoints(),
                guard,
                p.includeExcluded(),
                p.findingsSource(),
                p.filters(),
                p.label(),
                p.purgeAfterDays());
    }
}
