package io.plumbline.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {

    private final OidcSettings settings = new OidcSettings(
            "https://id.example",
            "client",
            Secret.of("secret"),
            "Acme ID",
            "roles",
            Map.of("secops", Role.ANALYST, "admins", Role.ADMINISTRATOR));

    @Test
    void blanksAroundAValueOfTheClaimAreNoneOfIt() {
        assertThat(settings.roleFor(List.of(" secops\t"))).contains(Role.ANALYST);
    }

    /** Names of groups that differ in case only are different groups. */
    @Test
    void theGreatestRoleCountsAndWhatIsNamedNowhereGivesNone() {
        assertThat(settings.roleFor(List.of("secops", "admins"))).contains(Role.ADMINISTRATOR);
        assertThat(settings.roleFor(List.of("Admins", ""))).isEmpty();
    }
}
