package io.plumbline.server.settings;

import io.plumbline.server.platform.setting.NumberSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the settings page shows.
 *
 * @param done what has just been changed, as a sentence
 * @param role of the signed-in user, as a word
 */
public record SettingsPage(List<Field> fields, @Nullable String done, String role, About about) {

    /**
     * @param entered as it stands or as somebody has entered it
     * @param problem what is wrong with it
     */
    public record Field(
            NumberSetting setting, String entered, @Nullable String problem) {

        public String describedBy() {
            String help = setting.key() + "-help";
            return problem == null ? help : setting.key() + "-problem " + help;
        }
    }

    public boolean hasProblem() {
        return fields.stream().anyMatch(field -> field.problem() != null);
    }
}
