package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The connector types on the class path, found by {@link ServiceLoader}. Immutable. */
@Component
public final class ConnectorTypes {

    private final Map<String, ConnectorType> byId;

    public ConnectorTypes() {
        Map<String, ConnectorType> found = new TreeMap<>();
        for (ConnectorType type : ServiceLoader.load(ConnectorType.class)) {
            String id = type.descriptor().id();
            if (found.put(id, type) != null) {
                throw new IllegalStateException("two connector types bear the id " + id);
            }
        }
        this.byId = Collections.unmodifiableMap(found);
    }

    /** All of them, by id. */
    public Collection<ConnectorType> all() {
        return byId.values();
    }

    public Optional<ConnectorType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalStateException where a stored connector's type is no longer on the class path */
    public ConnectorType get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no connector type " + id + " is installed"));
    }
}
