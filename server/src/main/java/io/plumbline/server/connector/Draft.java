package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.SettingValues;
import java.util.Optional;

/**
 * A form that has been read, normalised, not yet stored.
 *
 * @param name empty: the default is to be chosen
 * @param settings secrets in force among them: for opening a connector, not for storing
 */
record Draft(
        ConnectorType type,
        Optional<String> name,
        SettingValues settings,
        DataPulling dataPulling,
        Connection connection,
        Optional<Schedule> schedule,
        EnteredSecrets secrets) {

    /** What may be stored in the clear and shown. */
    SettingValues plainSettings() {
        return PlainSettings.of(type.descriptor(), settings);
    }

    /** What a connector becomes by this form. */
    Connector applyTo(Connector before, String name) {
        return new Connector(
                before.id(),
                before.type(),
                name,
                plainSettings(),
                dataPulling,
                connection,
                schedule,
                before.enabled(),
                before.deleting(),
                before.health(),
                before.revision());
    }
}
