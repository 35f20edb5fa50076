package io.plumbline.server.validation;

import io.plumbline.server.inventory.Comparison;
import io.plumbline.server.inventory.Verdict;
import io.plumbline.server.sync.DryRun;
import io.plumbline.server.sync.SyncError;
import io.plumbline.server.sync.SyncStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A validation as it is shown; without a verdict until it has one.
 *
 * @param syncId the last sync whose changes were in the inventory
 * @param at when the vendor was asked
 * @param findings null where none were read
 * @param irregularities what does not fit together within the inventory itself
 * @param error why there is no verdict; null where there is one, or may be soon
 */
record ValidationView(
        String id,
        String connectorId,
        SyncStatus status,
        @Nullable String syncId,
        @Nullable Instant at,
        @Nullable Verdict verdict,
        @Nullable Comparison assets,
        @Nullable Comparison findings,
        List<String> irregularities,
        @Nullable SyncError error) {

    static ValidationView of(DryRun run) {
        return new ValidationView(
                Long.toString(run.id()),
                Integer.toString(run.connectorId()),
                run.status(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                run.error());
    }
}
