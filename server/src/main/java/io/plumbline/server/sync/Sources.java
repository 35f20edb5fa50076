package io.plumbline.server.sync;

import io.plumbline.connector.api.Connector;
import java.util.List;
import java.util.Optional;

/** What syncs ask of the package of connectors, and tell it. */
interface Sources {

    Optional<io.plumbline.server.connector.Connector> find(int connectorId);

    List<io.plumbline.server.connector.Connector> all();

    /** The caller closes it. */
    Connector open(io.plumbline.server.connector.Connector stored);

    /** Whether whoever is between here and the vendor can read the key and the data, and change both. */
    boolean isPlainHttp(io.plumbline.server.connector.Connector stored);

    /** Called in the transaction that makes it true. */
    void markConnected(int connectorId);

    /** Called in the transaction that makes it true. */
    void markFailed(int connectorId);

    /** The last of a deleted connector's data is gone. */
    void removed(int connectorId);
}
