package io.plumbline.server.application.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Set;

/** One shape for a connector as it is shown and as it is sent: what goes one way only is marked so. */
final class ConnectorSchema {

    static final String NAME = "ConnectorView";

    private static final Set<String> SHOWN_ONLY =
            Set.of("id", "status", "lastSync", "nextSyncAt", "assetCount", "openFindingCount", "revision");

    /** What a body leaves out keeps its default, or stays as it is. */
    private static final Set<String> PARTS_OF_BODIES = Set.of(NAME, "Connection", "DataPulling", "Filters", "Schedule");

    private ConnectorSchema() {}

    static void finish(Components components) {
        Schema<?> connector = schema(components, NAME);
        connector.getProperties().forEach((name, property) -> {
            if (SHOWN_ONLY.contains(name)) {
                property.setReadOnly(true);
            }
        });
        connector.addProperty(
                "settings",
                new MapSchema()
                        .additionalProperties(new StringSchema())
                        .description("By setting key, as the connector type lists them; secrets are never shown"));
        schema(components, "Connection").addProperty("proxyPassword", new StringSchema().writeOnly(true));
        PARTS_OF_BODIES.forEach(part -> schema(components, part).setRequired(null));
    }

    private static Schema<?> schema(Components components, String name) {
        Schema<?> schema = components.getSchemas().get(name);
        if (schema == null) {
            throw new IllegalStateException("no call takes or answers with " + name);
        }
        return schema;
    }
}
