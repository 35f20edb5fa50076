package io.plumbline.server.access.signin;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * What the provider tells of itself, asked for at the first sign-in: a provider that is down keeps nobody from starting the server
 * or from signing in by password. Safe for many threads.
 */
final class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final OidcSettings settings;
    private final PublicUrl publicUrl;
    private volatile @Nullable ClientRegistration known;

    OidcProvider(OidcSettings settings, PublicUrl publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** @throws RuntimeException where the provider cannot be asked; it is asked again next time */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = ask();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration ask() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .scope("openid", "profile", "email")
                .redirectUri(publicUrl.text().orElse("{baseUrl}") + LoginPage.PATH + "/oauth2/code/" + ID)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
