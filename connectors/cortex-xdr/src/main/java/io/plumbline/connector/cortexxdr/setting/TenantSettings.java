package io.plumbline.connector.cortexxdr.setting;

import io.plumbline.connector.api.HostAllowance;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.Setting.Kind;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.SettingsOutcome.SettingError;
import io.plumbline.connector.cortexxdr.protocol.ApiKey;
import io.plumbline.connector.cortexxdr.protocol.ApiKey.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a tenant is and the key to it.
 *
 * @param base scheme, host and port of its API
 */
public record TenantSettings(URI base, ApiKey key) {

    private static final String FQDN = "fqdn";
    private static final String KEY_ID = "apiKeyId";
    private static final String KEY = "apiKey";
    private static final String LEVEL = "securityLevel";

    private static final int LONGEST_KEY = 1_024;
    private static final int LONGEST_ID = 18;

    /** The settings a form asks for, in its order. */
    public static final List<Setting> DEFINITIONS = List.of(
            new Setting(
                    FQDN,
                    "FQDN",
                    Kind.TEXT,
                    true,
                    false,
                    true,
                    null,
                    List.of(),
                    "In Cortex XDR under Settings > Configurations > Integrations > API Keys, button Copy API URL. With or without "
                            + "https:// and api-, it is understood."),
            new Setting(
                    KEY,
                    "API key",
                    Kind.TEXT,
                    true,
                    true,
                    false,
                    null,
                    List.of(),
                    "Shown once, when the key is made in that table. It is stored encrypted and never shown again."),
            new Setting(
                    KEY_ID,
                    "API key ID",
                    Kind.TEXT,
                    true,
                    false,
                    false,
                    null,
                    List.of(),
                    "The number in the column ID of the same table."),
            new Setting(
                    LEVEL,
                    "API key security level",
                    Kind.CHOICE,
                    false,
                    false,
                    true,
                    Level.STANDARD.name(),
                    Stream.of(Level.values()).map(Level::name).toList(),
                    "The column Security Level of the same table. Prefer Advanced for a new key: of it a hash travels, never the key."));

    /** Of values that {@link #validate} accepted. */
    public static TenantSettings of(SettingValues accepted) {
        return new TenantSettings(
                URI.create(accepted.get(FQDN)),
                new ApiKey(accepted.get(KEY_ID), accepted.get(KEY), Level.valueOf(accepted.get(LEVEL))));
    }

    /** Every error at once, each beside its setting. */
    public static SettingsOutcome validate(SettingValues entered, HostAllowance allowance) {
        Map<String, String> normalised = new TreeMap<>();
        List<SettingError> errors = new ArrayList<>();
        try {
            normalised.put(
                    FQDN,
                    TenantAddress.of(entered.find(FQDN).orElse(""), allowance).toString());
        } catch (TenantAddress.MalformedException malformed) {
            errors.add(new SettingError(FQDN, String.valueOf(malformed.getMessage())));
        }
        String id = entered.find(KEY_ID).orElse("").strip();
        normalised.put(KEY_ID, id);
        if (!id.matches("[0-9]{1," + LONGEST_ID + "}")) {
            errors.add(new SettingError(KEY_ID, "The API key ID is a number: digits only."));
        }
        String key = entered.find(KEY).orElse("").strip();
        normalised.put(KEY, key);
        if (!key.matches("[!-~]{1," + LONGEST_KEY + "}")) {
            errors.add(new SettingError(
                    KEY,
                    key.isEmpty() ? "Enter the API key." : "This is no API key: it holds letters and digits only."));
        }
        String level = entered.find(LEVEL).orElse(Level.STANDARD.name()).strip().toUpperCase(Locale.ROOT);
        normalised.put(LEVEL, level);
        if (Stream.of(Level.values()).noneMatch(known -> known.name().equals(level))) {
            errors.add(new SettingError(LEVEL, "The security level is STANDARD or ADVANCED."));
        }
        return errors.isEmpty()
                ? new SettingsOutcome.Accepted(new SettingValues(normalised))
                : new SettingsOutcome.Refused(errors);
    }
}
