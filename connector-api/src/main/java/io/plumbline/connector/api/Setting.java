package io.plumbline.connector.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a connector type, from which form, validation message and documentation come.
 *
 * @param key the key in {@code settings}, in camel case
 * @param secret write-only: stored encrypted, never shown again
 * @param bindsSecrets changing it sends the stored secrets somewhere else, or in another form, so they must be entered again
 * @param defaultValue null where there is none
 * @param options the values allowed; empty for free text
 * @param help where a person finds the value
 */
public record Setting(
        String key,
        String label,
        Kind kind,
        boolean required,
        boolean secret,
        boolean bindsSecrets,
        @Nullable String defaultValue,
        List<String> options,
        String help) {

    public enum Kind {
        TEXT,
        CHOICE
    }
}
