package io.plumbline.server.connector;

import io.plumbline.connector.api.AssetField;
import io.plumbline.connector.api.FieldMapping;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which fields of a source became which of an asset. Safe for many threads. */
@Component
public class AssetSources {

    private final Connectors connectors;
    private final ConnectorTypes types;

    AssetSources(Connectors connectors, ConnectorTypes types) {
        this.connectors = connectors;
        this.types = types;
    }

    /** @param connectorId of one that exists */
    public Map<AssetField, FieldMapping<AssetField>> of(String connectorId) {
        Map<AssetField, FieldMapping<AssetField>> sources = new EnumMap<>(AssetField.class);
        types.get(connectors.get(connectorId).type())
                .descriptor()
                .mapping()
                .assets()
                .forEach(mapping -> sources.put(mapping.field(), mapping));
        return sources;
    }
}
