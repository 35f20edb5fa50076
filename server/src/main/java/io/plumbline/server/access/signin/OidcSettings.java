package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.secret.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The OpenID Connect provider by which people may sign in, as the operator names it.
 *
 * @param issuer where the provider describes itself, to the last slash as it does: users are known by it
 * @param name what the button says, such as "Okta"
 * @param claim whose values, of the ID token, decide about the role
 * @param roles which role each value gives; of several the greatest counts
 */
record OidcSettings(
        String issuer, String clientId, Secret clientSecret, String name, String claim, Map<String, Role> roles) {

    private static final String ISSUER = "PLUMBLINE_OIDC_ISSUER";
    private static final String ROLES = "PLUMBLINE_OIDC_ROLES";

    /**
     * Empty where there is none.
     *
     * @throws StartRefusedException where something is missing or malformed
     */
    static Optional<OidcSettings> of(Settings settings) {
        return settings.url(ISSUER)
                .map(issuer -> new OidcSettings(
                        safe(issuer).toString(),
                        needed(settings, "PLUMBLINE_OIDC_CLIENT_ID"),
                        Secret.of(needed(settings, "PLUMBLINE_OIDC_CLIENT_SECRET")),
                        settings.find("PLUMBLINE_OIDC_NAME").orElse("single sign-on"),
                        settings.find("PLUMBLINE_OIDC_ROLE_CLAIM").orElse("roles"),
                        roles(settings.list(ROLES))));
    }

    /** The greatest role that the values of the claim give; empty: none. */
    Optional<Role> roleFor(Collection<String> values) {
        return values.stream()
                .map(String::strip)
                .flatMap(value -> Optional.ofNullable(roles.get(value)).stream())
                .max(Comparator.naturalOrder());
    }

    private static String needed(Settings settings, String variable) {
        return settings.find(variable)
                .orElseThrow(() -> new StartRefusedException(
                        variable + " is missing.",
                        "It goes with " + ISSUER + ": the provider tells it for this client."));
    }

    private static URI safe(URI issuer) {
        if (issuer.getScheme().equals("http") && !isThisMachine(issuer)) {
            throw new StartRefusedException(
                    ISSUER + " must be an https address: " + issuer,
                    "Whoever is in between could sign in as anybody; plain http is taken from this machine only.");
        }
        return issuer;
    }

    private static boolean isThisMachine(URI url) {
        try {
            return InetAddress.ofLiteral(url.getHost()).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return url.getHost().equals("localhost");
        }
    }

    private static Map<String, Role> roles(List<String> entries) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.lastIndexOf('=');
            try {
                roles.put(
                        entry.substring(0, equals).strip(),
                        Role.valueOf(entry.substring(equals + 1).strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
                throw malformedRoles(entry);
            }
        }
        if (roles.isEmpty()) {
            throw malformedRoles("");
        }
        return roles;
    }

    private static StartRefusedException malformedRoles(String entry) {
        return new StartRefusedException(
                entry.isEmpty() ? ROLES + " is missing." : ROLES + " has an entry that gives no role: " + entry,
                "Write value=ROLE for each value of the claim, such as secops=ANALYST,admins=ADMINISTRATOR.");
    }
}
