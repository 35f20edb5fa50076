package io.plumbline.server.connector;

/** What a person sees of a connector's life; derived, never stored. */
public enum ConnectorStatus {
    /** New: its first sync has not ended yet. */
    CONNECTING,
    /** The last finished sync succeeded. */
    CONNECTED,
    /** The last finished sync failed. */
    FAILED,
    /** Switched off by a person: no syncs, data kept. */
    DISABLED,
    /** On its way out: hidden from every list of the inventory, its rows go in the background. */
    DELETING
}
