package io.plumbline.server.connector;

/**
 * Hears what a person does to a connector, in the transaction that does it: what it throws undoes the change, what it writes
 * becomes visible with it. Whatever reaches beyond the database waits for the commit.
 */
public interface ConnectorListener {

    /** @param wantsSync whether the first sync is to start at once */
    default void created(Connector connector, boolean wantsSync) {}

    /** @param wantsSync whether a sync is to start now instead of at the next time of the schedule */
    default void changed(Connector before, Connector after, boolean wantsSync) {}

    /** Syncs are allowed again; none starts by this. */
    default void enabled(Connector connector) {}

    /** A sync that runs is to be cancelled. */
    default void disabled(Connector connector) {}

    /**
     * A sync that runs is to be cancelled and the connector's data to leave every list. Whoever has removed the last of it calls
     * {@link Connectors#removed}.
     */
    default void deleting(Connector connector) {}
}
