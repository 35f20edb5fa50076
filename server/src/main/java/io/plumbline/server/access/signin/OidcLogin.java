package io.plumbline.server.access.signin;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.access.user.User;
import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.secret.SecretBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. What comes of it is a user of ours and a session like any
 * other; no token of the provider is kept.
 */
@Component
class OidcLogin {

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);

    private final Optional<OidcSettings> settings;
    private final OidcUsers users;
    private final SecretBox box;
    private final PublicUrl publicUrl;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    OidcLogin(
            Settings settings,
            OidcUsers users,
            SecretBox box,
            PublicUrl publicUrl,
            SignInThrottle throttle,
            AuditLog audit) {
        this.settings = OidcSettings.of(settings);
        this.users = users;
        this.box = box;
        this.publicUrl = publicUrl;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** What the button for it says; empty: there is none. */
    Optional<String> button() {
        return settings.map(OidcSettings::name);
    }

    /** @param next what follows on every sign-in */
    void configure(HttpSecurity http, AuthenticationSuccessHandler next) {
        settings.ifPresent(provider -> http.oauth2Login(login -> login.loginPage(LoginPage.PATH)
                .clientRegistrationRepository(new OidcProvider(provider, publicUrl))
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(new OidcRequests(box)))
                .successHandler(success(provider, next))
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(OidcLogin.this::failed);
                        return filter;
                    }
                })));
    }

    private AuthenticationSuccessHandler success(OidcSettings provider, AuthenticationSuccessHandler next) {
        return (request, response, told) -> {
            try {
                User user = users.signIn(provider, (OidcUser) Objects.requireNonNull(told.getPrincipal()));
                next.onAuthenticationSuccess(request, response, SessionStart.of(user, request, response));
            } catch (SignInRefusedException refused) {
                note(request, refused);
                SessionStart.undo(request);
                response.sendRedirect(refused.trouble().page());
            } catch (RuntimeException failure) {
                SessionStart.undo(request);
                throw failure;
            }
        };
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        note(request, failure);
        response.sendRedirect(SignInTrouble.PROVIDER.page());
    }

    /** Whoever knows the address can cause as many as they like. */
    private void note(HttpServletRequest request, AuthenticationException failure) {
        if (throttle.mayNote(request.getRemoteAddr())) {
            if (failure instanceof SignInRefusedException) {
                LOG.warn("A sign-in by OpenID Connect was refused: {}", failure.getMessage());
            } else {
                LOG.warn("A sign-in by OpenID Connect failed", failure);
            }
            audit.note(Caller.nobody(), AuditAction.SIGN_IN_FAILED, "by OpenID Connect: " + failure.getMessage());
        }
    }

    /** Nothing is asked of the provider later on. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's signature
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication user, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication user,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication user, HttpServletRequest request, HttpServletResponse response) {}
    }
}
