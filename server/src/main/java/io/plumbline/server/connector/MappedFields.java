package io.plumbline.server.connector;

import io.plumbline.connector.api.AssetField;
import io.plumbline.connector.api.DataMapping;
import io.plumbline.connector.api.FieldMapping;
import io.plumbline.connector.api.FindingField;
import io.plumbline.connector.api.MappedField;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the values of the inventory come from: which fields of a source became which of ours. Safe for many threads. */
@Component
public class MappedFields {

    private final Connectors connectors;
    private final ConnectorTypes types;

    MappedFields(Connectors connectors, ConnectorTypes types) {
        this.connectors = connectors;
        this.types = types;
    }

    /** @param connectorId of one that exists */
    public Map<AssetField, FieldMapping<AssetField>> ofAssets(String connectorId) {
        return byField(AssetField.class, mapping(connectorId).assets());
    }

    /**
     * Of findings and weaknesses.
     *
     * @param connectorIds of those that know it; each exists
     * @return empty where they are of several types: each of those has its own mapping
     */
    public Map<FindingField, FieldMapping<FindingField>> ofFindings(Collection<String> connectorIds) {
        List<DataMapping> mappings =
                connectorIds.stream().map(this::mapping).distinct().toList();
        return byField(
                FindingField.class, mappings.size() == 1 ? mappings.getFirst().findings() : List.of());
    }

    private DataMapping mapping(String connectorId) {
        return types.get(connectors.get(connectorId).type()).descriptor().mapping();
    }

    private static <F extends Enum<F> & MappedField> Map<F, FieldMapping<F>> byField(
            Class<F> fields, List<FieldMapping<F>> mappings) {
        Map<F, FieldMapping<F>> byField = new EnumMap<>(fields);
        mappings.forEach(mapping -> byField.put(mapping.field(), mapping));
        return byField;
    }
}
