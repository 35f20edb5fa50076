package io.plumbline.server.sync;

import org.jspecify.annotations.Nullable;

/**
 * The page of one sync.
 *
 * @param connector the connector's name
 * @param note what has become of what the reader has just asked for, as a sentence
 * @param may what can be done now
 */
public record SyncPage(
        String connector,
        SyncView view,
        LogView log,
        @Nullable String note,
        May may) {

    /**
     * @param again another sync of the connector can be started
     * @param liftGuard what the guard has stopped can be confirmed: nothing has come later
     * @param unconfirmed somebody wanted that without confirming it
     */
    public record May(boolean again, boolean liftGuard, boolean unconfirmed) {}

    public Sync sync() {
        return view.sync();
    }

    /** Where all syncs of the connector are. */
    public String syncs() {
        return SyncPaths.all(sync().connectorId());
    }
}
