package io.plumbline.connector.cortexxdr.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.HostAllowance;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.SettingsOutcome.SettingError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSettingsTest {

    private static final HostAllowance NOBODY = (host, port) -> false;
    private static final HostAllowance LOOPBACK =
            (host, port) -> host.equals("127.0.0.1") || host.equals("lab.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant.xdr.eu.paloaltonetworks.com",
                "  tenant.xdr.eu.paloaltonetworks.com  ",
                "TENANT.xdr.EU.paloaltonetworks.com.",
                "api-tenant.xdr.eu.paloaltonetworks.com",
                "https://tenant.xdr.eu.paloaltonetworks.com",
                "http://tenant.xdr.eu.paloaltonetworks.com",
                "https://api-tenant.xdr.eu.paloaltonetworks.com:443/public_api/v1/endpoints/get_endpoint/?a=b#c"
            })
    void whatPeoplePasteBecomesTheAddressOfTheApi(String entered) {
        assertThat(fqdn(entered, NOBODY)).isEqualTo("https://api-tenant.xdr.eu.paloaltonetworks.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "example.com",
                "paloaltonetworks.com",
                "evilpaloaltonetworks.com",
                "tenant.paloaltonetworks.com.evil.example",
                "https://tenant.paloaltonetworks.com@evil.example",
                "https://user:secret@tenant.paloaltonetworks.com",
                "ftp://tenant.paloaltonetworks.com",
                "https://tenant.paloaltonetworks.com:8443",
                "tenant_.paloaltonetworks.com",
                "-.paloaltonetworks.com",
                "http://127.0.0.1:8080",
                "not a host",
                "https://",
                "tenant.paloaltonetworks.com:99999"
            })
    void whatIsNoTenantIsRefusedBesideTheField(String entered) {
        assertThat(errors(entered, NOBODY)).extracting(SettingError::key).containsExactly("fqdn");
    }

    @Test
    void anAllowedHostIsUsedAsItStands() {
        assertThat(fqdn("http://127.0.0.1:8080/some/path", LOOPBACK)).isEqualTo("http://127.0.0.1:8080");
        assertThat(fqdn("http://lab.example:80", LOOPBACK)).isEqualTo("http://lab.example");
        assertThat(fqdn("lab.example:9443", LOOPBACK)).isEqualTo("https://lab.example:9443");
    }

    @Test
    void everyErrorIsToldAtOnce() {
        SettingValues entered = new SettingValues(
                Map.of("fqdn", "x", "apiKeyId", "1a", "apiKey", "with blank", "securityLevel", "HIGH"));

        assertThat(((SettingsOutcome.Refused) TenantSettings.validate(entered, NOBODY)).errors())
                .extracting(SettingError::key)
                .containsExactly("fqdn", "apiKeyId", "apiKey", "securityLevel");
    }

    @Test
    void noErrorRepeatsTheKey() {
        SettingValues entered = new SettingValues(Map.of("apiKey", "top secret"));

        assertThat(((SettingsOutcome.Refused) TenantSettings.validate(entered, NOBODY)).errors())
                .extracting(SettingError::message)
                .noneMatch(message -> message.contains("top"));
    }

    @Test
    void aKeyIsStandardUnlessSaidOtherwise() {
        assertThat(accepted("tenant.xdr.eu.paloaltonetworks.com", NOBODY).get("securityLevel"))
                .isEqualTo("STANDARD");
    }

    private static String fqdn(String entered, HostAllowance allowance) {
        return accepted(entered, allowance).get("fqdn");
    }

    private static SettingValues accepted(String fqdn, HostAllowance allowance) {
        return ((SettingsOutcome.Accepted) TenantSettings.validate(values(fqdn), allowance)).normalised();
    }

    private static List<SettingError> errors(String fqdn, HostAllowance allowance) {
        return ((SettingsOutcome.Refused) TenantSettings.validate(values(fqdn), allowance)).errors();
    }

    private static SettingValues values(String fqdn) {
        return new SettingValues(new HashMap<>(Map.of("fqdn", fqdn, "apiKeyId", "7", "apiKey", "abc")));
    }
}
