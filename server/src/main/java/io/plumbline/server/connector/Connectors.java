package io.plumbline.server.connector;

import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stored connectors, for other packages to read and to tell how their syncs went. Safe for many threads. */
@Component
public class Connectors {

    private final ConnectorStore store;

    Connectors(ConnectorStore store) {
        this.store = store;
    }

    public Optional<Connector> find(int id) {
        return store.find(id);
    }

    /** @throws NotFound where there is none */
    public Connector get(int id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * By the id of a URL.
     *
     * @throws NotFound where there is none; ids are opaque to clients, so one that is no number is only unknown
     */
    public Connector get(String id) {
        return NumberedId.of(id, 1).flatMap(number -> find(number.getFirst())).orElseThrow(() -> unknown(id));
    }

    /** All of them, those being deleted included, in the order of their ids. */
    public List<Connector> all() {
        return store.all();
    }

    /** A sync succeeded. */
    public void markConnected(int id) {
        store.setHealth(id, ConnectorHealth.CONNECTED);
    }

    /** A sync failed. */
    public void markFailed(int id) {
        store.setHealth(id, ConnectorHealth.FAILED);
    }

    /** The last of a deleted connector's data is gone; now the connector goes. Does nothing to one that is not being deleted. */
    public void removed(int id) {
        store.remove(id);
    }

    static NotFound unknown(Object id) {
        return new NotFound("There is no connector with the id %s.".formatted(id));
    }
}
