package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.HostAllowance;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.SettingsOutcome.Accepted;
import io.plumbline.connector.api.SettingsOutcome.Refused;
import io.plumbline.connector.api.SettingsOutcome.SettingError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@code settings} as a type describes them and lets the type judge and normalise the values. */
final class SettingsFields {

    private static final int LONGEST = 10_000;

    private final ConnectorType type;
    private final HostAllowance allowedHosts;
    private final Fields fields;
    private final EnteredSecrets secrets;

    SettingsFields(ConnectorType type, HostAllowance allowedHosts, Fields form, EnteredSecrets secrets) {
        this.type = type;
        this.allowedHosts = allowedHosts;
        this.fields = form.section("settings");
        this.secrets = secrets;
    }

    /**
     * The normalised values, secrets in force among them. Where some were refused the rest is still normalised, if need be with
     * stored values in the place of the refused, so that it can be compared with what is stored.
     *
     * @param stored what is stored, secrets included; empty for a new connector
     */
    SettingValues read(Map<String, String> stored) {
        Map<String, String> values = values(stored);
        fields.refuseUnknown();
        SettingsOutcome outcome = type.validate(new SettingValues(values), allowedHosts);
        return switch (outcome) {
            case Accepted accepted -> accepted.normalised();
            case Refused refused -> {
                refused.errors().forEach(error -> fields.refuse(error.key(), error.message()));
                yield withoutRefused(values, refused, stored);
            }
        };
    }

    private Map<String, String> values(Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : type.descriptor().settings()) {
            String key = setting.key();
            Optional<String> entered = text(key);
            if (setting.secret()) {
                entered.ifPresent(value -> secrets.set(key, value));
                if (fields.mentions(key) && fields.value(key).isEmpty()) {
                    secrets.remove(key);
                }
                secrets.effective(key, stored).ifPresent(value -> values.put(key, value));
            } else {
                entered.or(() -> Optional.ofNullable(setting.defaultValue()))
                        .ifPresent(value -> values.put(key, value));
            }
        }
        return values;
    }

    /** Ids are often made of digits: a client that sends them as a number means the same. */
    private Optional<String> text(String key) {
        Optional<String> text =
                fields.value(key).filter(JsonNode::isIntegralNumber).map(JsonNode::asString);
        if (text.isEmpty()) {
            text = fields.text(key);
        }
        if (text.isPresent() && text.get().length() > LONGEST) {
            fields.refuse(key, "Must have at most %,d characters.".formatted(LONGEST));
            return Optional.empty();
        }
        return text;
    }

    private SettingValues withoutRefused(Map<String, String> values, Refused refused, Map<String, String> stored) {
        Map<String, String> mended = new LinkedHashMap<>(values);
        for (SettingError error : refused.errors()) {
            mended.remove(error.key());
            Optional.ofNullable(stored.get(error.key())).ifPresent(value -> mended.put(error.key(), value));
        }
        return type.validate(new SettingValues(mended), allowedHosts) instanceof Accepted accepted
                ? accepted.normalised()
                : new SettingValues(values);
    }
}
