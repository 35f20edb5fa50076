package io.plumbline.server.sync;

import io.plumbline.server.platform.table.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tab <em>Sync logs</em> of a connector.
 *
 * @param range such as "51–100 of 130"
 * @param clear without the filter; null where none is set
 * @param retentionDays how long the lines of logs are kept
 */
public record SyncLogsPage(
        String connectorId,
        String connector,
        long total,
        List<SyncView> rows,
        List<Choice> statuses,
        @Nullable String clear,
        String range,
        @Nullable String first,
        @Nullable String next,
        int retentionDays) {

    public String path() {
        return SyncPaths.all(connectorId);
    }

    public String totalWords() {
        return Amount.text(total) + (total == 1 ? " sync" : " syncs");
    }
}
