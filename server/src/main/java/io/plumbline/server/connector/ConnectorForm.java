package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.server.platform.outbound.OutboundRules;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON of a whole connector: every field is judged, everything wrong is noted. Stateless. */
@Component
class ConnectorForm {

    private final ConnectorTypes types;
    private final OutboundRules rules;

    ConnectorForm(ConnectorTypes types, OutboundRules rules) {
        this.types = types;
        this.rules = rules;
    }

    /** A new connector. */
    Optional<Draft> read(ObjectNode json, FieldErrors errors) {
        Fields form = new Fields(json, errors);
        ReadOnlyFields.check(form, Optional.empty());
        return read(form, Map.of());
    }

    /**
     * A stored connector changed.
     *
     * @param current the representation a client would be given now
     * @param secrets the stored ones, opened
     */
    Optional<Draft> read(
            ObjectNode patch, ObjectNode current, Connector stored, Map<String, String> secrets, FieldErrors errors) {
        Fields form = new Fields(withoutOrphanedLogin(MergePatch.apply(current, patch), patch), errors);
        ReadOnlyFields.check(form, Optional.of(current));
        if (!form.text("type").equals(Optional.of(stored.type()))) {
            form.refuse("type", "Cannot be changed; it is %s.".formatted(stored.type()));
        }
        Map<String, String> storedValues = new HashMap<>(stored.settings().values());
        storedValues.putAll(secrets);
        Optional<Draft> draft = read(form, storedValues);
        draft.ifPresent(read -> SecretBinding.check(stored, secrets.keySet(), read, form));
        return draft;
    }

    private Optional<Draft> read(Fields form, Map<String, String> stored) {
        Optional<ConnectorType> type = type(form);
        Optional<String> name = ConnectorName.read(form);
        if (form.value("gatewayId").isPresent()) {
            form.refuse("gatewayId", "This version cannot do that yet: only null is accepted.");
        }
        EnteredSecrets secrets = new EnteredSecrets();
        form.value("settings");
        Optional<SettingValues> settings =
                type.map(known -> new SettingsFields(known, rules.hosts(), form, secrets).read(stored));
        DataPulling dataPulling = DataPullingFields.read(form);
        Connection connection = ConnectionFields.read(form, rules, secrets);
        Optional<Schedule> schedule = ScheduleFields.read(form);
        form.refuseUnknown();
        return type.map(
                known -> new Draft(known, name, settings.orElseThrow(), dataPulling, connection, schedule, secrets));
    }

    private Optional<ConnectorType> type(Fields form) {
        Optional<ConnectorType> type = form.text("type").flatMap(types::find);
        if (type.isEmpty()) {
            form.refuse(
                    "type",
                    types.all().stream()
                            .map(known -> known.descriptor().id())
                            .collect(Collectors.joining(", ", "Must be the id of a connector type: ", ".")));
        }
        return type;
    }

    /** Whoever takes the proxy away takes its login away, unless the same patch says otherwise. */
    private static ObjectNode withoutOrphanedLogin(ObjectNode merged, ObjectNode patch) {
        boolean proxyRemoved = patch.path("connection").path("proxyUrl").isNull();
        if (proxyRemoved && !patch.path("connection").has("proxyUser")) {
            merged.path("connection").asObject().putNull("proxyUser");
        }
        return merged;
    }
}
