package io.plumbline.server.sync;

import java.util.Locale;

/**
 * What a person should know of a sync that succeeded all the same.
 *
 * @param code stable, for machines
 */
public record SyncWarning(String code, String message, String remedy) {

    static SyncWarning findingsSkipped(String message, String remedy) {
        return new SyncWarning("FINDINGS_SKIPPED", message, remedy);
    }

    static SyncWarning rowsDropped(long rows, String what) {
        String message = String.format(
                Locale.ROOT,
                "%,d %s of %s could not be taken in; nothing was archived or fixed for absence there.",
                rows,
                rows == 1 ? "row" : "rows",
                what);
        return new SyncWarning(
                "ROWS_DROPPED", message, "See the log for the rows and their reasons, and ask the vendor about them.");
    }
}
