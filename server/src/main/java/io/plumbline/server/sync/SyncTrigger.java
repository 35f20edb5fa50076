package io.plumbline.server.sync;

/** What started a sync; stored and shown by name. */
public enum SyncTrigger {
    /** The connector was created. */
    CREATED,
    SCHEDULED,
    MANUAL,
    /** The run before was interrupted; gives way to a manual sync. */
    RETRY
}
