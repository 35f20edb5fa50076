package io.plumbline.server.access.signin;

import io.plumbline.server.platform.secret.Secret;
import io.plumbline.server.platform.secret.SecretBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers a sign-in that is under way at the provider, in a sealed cookie: whoever is not signed in leaves nothing in the
 * database. Safe for many threads.
 */
final class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final SignInCookie COOKIE =
            new SignInCookie("plumbline_oidc", LoginPage.PATH + "/oauth2", SignInCookie.SameSite.LAX);
    private static final String PLACE = "sign-in under way";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecretBox box;
    private final JsonMapper json = JsonMapper.builder().build();

    OidcRequests(SecretBox box) {
        this.box = box;
    }

    /** What has to be known when the provider sends the browser back. */
    record Kept(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            String nonce,
            String verifier) {}

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        if (sent == null) {
            COOKIE.remove(request, response);
            return;
        }
        Kept kept = new Kept(
                sent.getAuthorizationUri(),
                sent.getClientId(),
                Objects.requireNonNull(sent.getRedirectUri()),
                sent.getScopes(),
                Objects.requireNonNull(sent.getState()),
                attribute(sent, OidcParameterNames.NONCE),
                attribute(sent, PkceParameterNames.CODE_VERIFIER));
        byte[] sealed = box.seal(PLACE, Secret.of(json.writeValueAsString(kept)));
        COOKIE.set(request, response, sealed, PATIENCE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return COOKIE.find(request)
                .flatMap(SignInCookie::decode)
                .flatMap(this::open)
                .filter(kept -> kept.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(OidcRequests::sent)
                .orElse(null);
    }

    /** A code is good for one try only. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest sent = loadAuthorizationRequest(request);
        COOKIE.remove(request, response);
        return sent;
    }

    private Optional<Kept> open(byte[] sealed) {
        try {
            return Optional.of(json.readValue(box.open(PLACE, sealed).reveal(), Kept.class));
        } catch (IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest sent(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(kept.clientId())
                .redirectUri(kept.redirectUri())
                .scopes(kept.scopes())
                .state(kept.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, OidcProvider.ID);
                    attributes.put(OidcParameterNames.NONCE, kept.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, kept.verifier());
                })
                .build();
    }

    private static String attribute(OAuth2AuthorizationRequest sent, String name) {
        return Objects.requireNonNull((String) sent.getAttribute(name), name);
    }
}
