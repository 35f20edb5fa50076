package io.plumbline.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** What follows on a sign-in, one that failed, and a sign-out: a line of the audit log, and where to go. Safe for many threads. */
@Component
class SignInEvents implements LogoutHandler {

    private final UserStore users;
    private final AuditLog audit;
    private final SignInThrottle throttle;
    private final KnownBrowser browsers;

    SignInEvents(UserStore users, AuditLog audit, SignInThrottle throttle, KnownBrowser browsers) {
        this.users = users;
        this.audit = audit;
        this.throttle = throttle;
        this.browsers = browsers;
    }

    /** Leads to the page that was asked for before. */
    AuthenticationSuccessHandler success(RequestCache asked) {
        SavedRequestAwareAuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
        next.setDefaultTargetUrl("/");
        next.setRequestCache(asked);
        return (request, response, user) -> {
            throttle.succeeded(
                    SignInGate.nameIn(request),
                    request.getRemoteAddr(),
                    browsers.find(request, SignInGate.nameIn(request)));
            browsers.remember(request, response, user.getName());
            users.signedIn(user.getName());
            audit.add(Caller.named(user.getName()), AuditAction.SIGNED_IN, "");
            next.onAuthenticationSuccess(request, response, user);
        };
    }

    /** Keeps no session for the failure: the page that it leads to knows all there is to say. */
    AuthenticationFailureHandler failure() {
        SimpleUrlAuthenticationFailureHandler next = new SimpleUrlAuthenticationFailureHandler("/login?failed");
        next.setAllowSessionCreation(false);
        return (request, response, failure) -> failed(request, response, failure, next);
    }

    private void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            AuthenticationFailureHandler next)
            throws IOException, ServletException {
        audit.add(Caller.named("nobody"), AuditAction.SIGN_IN_FAILED, "user " + SignInGate.nameIn(request));
        next.onAuthenticationFailure(request, response, failure);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
        if (user != null) {
            audit.add(Caller.named(user.getName()), AuditAction.SIGNED_OUT, "");
        }
    }
}
