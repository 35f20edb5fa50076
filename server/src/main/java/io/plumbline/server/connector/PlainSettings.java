package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.SettingValues;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings without secrets. */
final class PlainSettings {

    private PlainSettings() {}

    static SettingValues of(ConnectorDescriptor type, SettingValues settings) {
        return new SettingValues(inOrder(type, settings));
    }

    /** In the order of the form. Only what the descriptor knows as no secret: a value it does not know is not shown. */
    static Map<String, String> inOrder(ConnectorDescriptor type, SettingValues settings) {
        Map<String, String> plain = new LinkedHashMap<>();
        for (Setting setting : type.settings()) {
            if (!setting.secret()) {
                settings.find(setting.key()).ifPresent(value -> plain.put(setting.key(), value));
            }
        }
        return plain;
    }
}
