package io.plumbline.server.connector;

import io.plumbline.connector.api.SettingValues;
import java.util.Optional;

/**
 * One configured source as it is stored, secrets left out.
 *
 * @param type the id of a connector type
 * @param settings normalised values of the type's settings that are no secret
 * @param schedule empty: synced by hand only
 * @param revision raised by every change that a person makes
 */
public record Connector(
        int id,
        String type,
        String name,
        SettingValues settings,
        DataPulling dataPulling,
        Connection connection,
        Optional<Schedule> schedule,
        boolean enabled,
        boolean deleting,
        ConnectorHealth health,
        long revision) {

    public ConnectorStatus status() {
        if (deleting) {
            return ConnectorStatus.DELETING;
        }
        if (!enabled) {
            return ConnectorStatus.DISABLED;
        }
        return switch (health) {
            case CONNECTING -> ConnectorStatus.CONNECTING;
            case CONNECTED -> ConnectorStatus.CONNECTED;
            case FAILED -> ConnectorStatus.FAILED;
        };
    }

    /** Whether a sync may run: neither DISABLED nor DELETING. */
    public boolean syncable() {
        return enabled && !deleting;
    }
}
