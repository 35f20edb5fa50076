package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.SettingValues;
import java.util.stream.Stream;

/**
 * The setting that says where the vendor is. What binds secrets, is free text and no secret itself is an address; a choice that
 * binds secrets, such as a key level, is only another way to use them (ADR 0011).
 */
final class AddressSetting {

    private AddressSetting() {}

    /** The normalised address: scheme, host and, where it is not the scheme's own, port. */
    static String of(ConnectorDescriptor type, SettingValues settings) {
        return settings.get(keyOf(type));
    }

    /** Whether what is sent there, secrets included, can be read on the way. */
    static boolean isPlainHttp(ConnectorDescriptor type, SettingValues settings) {
        return settings.find(keyOf(type))
                .filter(address -> address.startsWith("http://"))
                .isPresent();
    }

    static String keyOf(ConnectorDescriptor type) {
        return all(type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("type " + type.id() + " has no address setting"))
                .key();
    }

    /** Whether a connector would look at another tenant. */
    static boolean differs(ConnectorDescriptor type, SettingValues before, SettingValues after) {
        return all(type).anyMatch(setting -> !before.find(setting.key()).equals(after.find(setting.key())));
    }

    private static Stream<Setting> all(ConnectorDescriptor type) {
        return type.settings().stream()
                .filter(setting -> setting.bindsSecrets() && setting.kind() == Setting.Kind.TEXT && !setting.secret());
    }
}
