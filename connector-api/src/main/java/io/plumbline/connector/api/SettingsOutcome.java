package io.plumbline.connector.api;

import java.util.List;

/** What became of entered settings. */
public sealed interface SettingsOutcome {

    /** Sound; {@code normalised} is what is stored and shown. */
    record Accepted(SettingValues normalised) implements SettingsOutcome {}

    /** Not sound; one error or more, each beside its setting. */
    record Refused(List<SettingError> errors) implements SettingsOutcome {}

    /**
     * @param key the setting that can mend it
     * @param message one sentence for a person; never repeats a secret
     */
    record SettingError(String key, String message) {}
}
