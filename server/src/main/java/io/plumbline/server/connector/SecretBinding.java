package io.plumbline.server.connector;

import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.SettingValues;
import java.util.Objects;
import java.util.Set;

/**
 * A stored secret is never sent to an address, by a way or in a form that the person who entered it did not see: whoever changes
 * one of them enters the secret again.
 */
final class SecretBinding {

    private SecretBinding() {}

    /** @param stored keys of the secrets that are stored */
    static void check(Connector before, Set<String> stored, Draft after, Fields form) {
        if (rebinds(before, after)) {
            for (Setting setting : after.type().descriptor().settings()) {
                if (setting.secret()
                        && stored.contains(setting.key())
                        && !after.secrets().names(setting.key())) {
                    form.refuse(
                            "settings." + setting.key(),
                            "Enter the %s again: the change would send the stored one elsewhere or in another form."
                                    .formatted(setting.label()));
                }
            }
        }
        if (!Objects.equals(before.connection().proxyUrl(), after.connection().proxyUrl())
                && stored.contains(EnteredSecrets.PROXY_PASSWORD)
                && !after.secrets().names(EnteredSecrets.PROXY_PASSWORD)) {
            form.refuse(
                    EnteredSecrets.PROXY_PASSWORD,
                    "Enter the proxy's password again: the change would send the stored one to another proxy.");
        }
    }

    private static boolean rebinds(Connector before, Draft after) {
        Connection was = before.connection();
        Connection is = after.connection();
        return !Objects.equals(was.proxyUrl(), is.proxyUrl())
                || !Objects.equals(was.proxyUser(), is.proxyUser())
                || !Objects.equals(was.trustedCa(), is.trustedCa())
                || after.type().descriptor().settings().stream()
                        .filter(setting -> setting.bindsSecrets() && !setting.secret())
                        .anyMatch(setting -> differs(setting, before.settings(), after.settings()));
    }

    private static boolean differs(Setting setting, SettingValues before, SettingValues after) {
        return !before.find(setting.key()).equals(after.find(setting.key()));
    }
}
