package io.plumbline.server.connector;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Writes to the audit log what is done to connectors: values by their dotted path, secrets by name only. Safe for many threads. */
@Component
class ConnectorAudit {

    private final AuditLog log;
    private final ConnectorJson json;

    ConnectorAudit(AuditLog log, ConnectorJson json) {
        this.log = log;
        this.json = json;
    }

    void created(Connector connector, EnteredSecrets secrets) {
        Map<String, Object> values = values(connector);
        secrets.forEach((key, value) -> value.ifPresent(_ -> values.put(path(key), "(set)")));
        log.created(AuditAction.CONNECTOR_CREATED, target(connector), values);
    }

    /** @param stored the keys of the secrets that there were */
    void changed(Connector before, Connector after, EnteredSecrets secrets, Set<String> stored) {
        Map<String, Object> values = values(after);
        secrets.forEach((key, value) -> {
            if (value.isPresent() || stored.contains(key)) {
                values.put(path(key), value.isPresent() ? "(set anew)" : "(removed)");
            }
        });
        log.changed(AuditAction.CONNECTOR_CHANGED, target(before), values(before), values);
    }

    void setEnabled(Connector connector) {
        log.done(
                connector.enabled() ? AuditAction.CONNECTOR_ENABLED : AuditAction.CONNECTOR_DISABLED,
                target(connector));
    }

    void deleted(Connector connector) {
        log.changed(AuditAction.CONNECTOR_DELETED, target(connector), values(connector), Map.of());
    }

    /** The key of a type's own setting is no path yet. */
    private static String path(String key) {
        return key.contains(".") ? key : "settings." + key;
    }

    private static String target(Connector connector) {
        return "connector " + connector.id() + ", " + connector.name();
    }

    private Map<String, Object> values(Connector connector) {
        Map<String, Object> values = new TreeMap<>();
        values.put("name", connector.name());
        values.put("type", connector.type());
        connector.settings().values().forEach((key, value) -> values.put("settings." + key, value));
        flatten("dataPulling", json.tree(connector.dataPulling()), values);
        flatten("connection", json.tree(connector.connection()), values);
        values.put(
                "schedule",
                connector.schedule().map(json::tree).map(ObjectNode::toString).orElse("by hand"));
        return values;
    }

    private static void flatten(String path, ObjectNode node, Map<String, Object> values) {
        node.properties().forEach(entry -> {
            String name = path + "." + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner) {
                flatten(name, inner, values);
            } else {
                values.put(
                        name,
                        entry.getValue().isValueNode()
                                ? entry.getValue().asString("")
                                : entry.getValue().toString());
            }
        });
    }
}
