package io.plumbline.server.sync;

import io.plumbline.server.connector.ConnectorHeader;
import io.plumbline.server.platform.table.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tab <em>Sync logs</em> of a connector.
 *
 * @param here this page's address
 * @param range such as "51–100 of 130"
 * @param clear without the filter; null where none is set
 * @param retentionDays how long the lines of logs are kept
 */
public record SyncLogsPage(
        ConnectorHeader header,
        long total,
        List<SyncView> rows,
        List<Choice> statuses,
        @Nullable String clear,
        String here,
        String range,
        @Nullable String first,
        @Nullable String next,
        int retentionDays) {

    /** Whether a row will change soon. */
    public boolean moves() {
        return rows.stream().anyMatch(row -> !row.ended());
    }

    public String totalWords() {
        return Amount.text(total) + (total == 1 ? " sync" : " syncs");
    }
}
