package io.plumbline.server.connector;

import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.DataMapping;
import io.plumbline.connector.api.HostAllowance;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.Setting.Kind;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.SettingsOutcome.SettingError;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A vendor that only tests know: hosts under vendor.example, two secrets' worth of settings, one call. */
public final class FakeVendorType implements ConnectorType {

    static final String ID = "fake-vendor";

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                ID,
                "Fake Vendor",
                "Tests",
                "A vendor for tests.",
                "1",
                "One way.",
                List.of("Assets"),
                List.of("Devices"),
                List.of(),
                List.of(),
                List.of(),
                List.of("CONNECTED", "LOST"),
                List.of(
                        new Setting("fqdn", "FQDN", Kind.TEXT, true, false, true, null, List.of(), "Host."),
                        new Setting("apiKeyId", "API key ID", Kind.TEXT, true, false, false, null, List.of(), "Id."),
                        new Setting("apiKey", "API key", Kind.TEXT, true, true, false, null, List.of(), "Key."),
                        new Setting(
                                "securityLevel",
                                "Level",
                                Kind.CHOICE,
                                false,
                                false,
                                true,
                                "STANDARD",
                                List.of("STANDARD", "ADVANCED"),
                                "Level.")),
                new DataMapping("hosts", List.of(), "", List.of()));
    }

    @Override
    public SettingsOutcome validate(SettingValues entered, HostAllowance allowance) {
        List<SettingError> errors = new ArrayList<>();
        Map<String, String> normalised = new HashMap<>(entered.values());
        String fqdn = entered.find("fqdn").orElse("").strip().toLowerCase(Locale.ROOT);
        URI address = URI.create(fqdn.contains("://") ? fqdn : "https://" + (fqdn.isEmpty() ? "none" : fqdn));
        boolean vendor = address.getHost() != null && address.getHost().endsWith("vendor.example");
        if (!vendor && (address.getHost() == null || !allowance.allows(address.getHost(), address.getPort()))) {
            errors.add(new SettingError("fqdn", "Neither the vendor's nor allowed."));
        }
        normalised.put("fqdn", address.toString());
        if (!entered.find("apiKeyId").orElse("").matches("[0-9]+")) {
            errors.add(new SettingError("apiKeyId", "Digits only."));
        }
        if (entered.find("apiKey").orElse("").isBlank()) {
            errors.add(new SettingError("apiKey", "Required."));
        }
        if (!List.of("STANDARD", "ADVANCED").contains(entered.get("securityLevel"))) {
            errors.add(new SettingError("securityLevel", "STANDARD or ADVANCED."));
        }
        return errors.isEmpty()
                ? new SettingsOutcome.Accepted(new SettingValues(normalised))
                : new SettingsOutcome.Refused(errors);
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new FakeVendorConnector(context);
    }
}
