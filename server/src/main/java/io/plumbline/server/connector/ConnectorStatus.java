package io.plumbline.server.connector;

import java.util.Locale;

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
    DELETING;

    /** As pages call it. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The class of the mark that stands before the word. */
    public String kind() {
        return switch (this) {
            case CONNECTING, DELETING -> "waiting";
            case CONNECTED -> "active";
            case FAILED -> "failed";
            case DISABLED -> "archived";
        };
    }
}
