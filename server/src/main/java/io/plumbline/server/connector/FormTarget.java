package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;

/**
 * Where a connector's form goes.
 *
 * @param stored whether the connector exists
 * @param syncable whether a sync can start right after it was saved
 * @param revision as the form was read; 0 for a new one
 */
public record FormTarget(
        String typeId, String typeName, String action, String cancel, boolean stored, boolean syncable, long revision) {

    static FormTarget creating(ConnectorDescriptor type) {
        return new FormTarget(type.id(), type.name(), "/connectors/new", "/connectors/library", false, true, 0);
    }

    static FormTarget changing(ConnectorDescriptor type, Connector connector) {
        String path = ConnectorHeader.pathOf(connector.id());
        return new FormTarget(
                type.id(), type.name(), path + "/configuration", path, true, connector.enabled(), connector.revision());
    }

    /** Of a stored one: what the form as it stands would change. */
    public String preview() {
        return cancel + "/previews";
    }

    public String test() {
        return action + "/test";
    }
}
