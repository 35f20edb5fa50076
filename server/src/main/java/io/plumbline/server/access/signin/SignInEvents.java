package io.plumbline.server.access.signin;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.access.user.Account;
import io.plumbline.server.access.user.UserStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows on a sign-in, one that failed, and a sign-out: a line of the audit log, and where to go. Safe for many threads. */
@Component
class SignInEvents implements LogoutHandler {

    private final UserStore users;
    private final AuditLog audit;
    private final KnownBrowser browsers;
    private final TransactionTemplate transaction;

    SignInEvents(UserStore users, AuditLog audit, KnownBrowser browsers, TransactionTemplate transaction) {
        this.users = users;
        this.audit = audit;
        this.browsers = browsers;
        this.transaction = transaction;
    }

    /** Leads to the page that was asked for before, whichever way somebody has signed in. */
    AuthenticationSuccessHandler success(AskedPage asked) {
        return (request, response, user) -> {
            writeDown(request, account(user));
            response.sendRedirect(asked.take(request, response).orElse("/"));
        };
    }

    /** After a password: the browser is known from here on. */
    AuthenticationSuccessHandler passwordSuccess(AskedPage asked) {
        return (request, response, user) -> {
            Account account = account(user);
            writeDown(request, account);
            users.find(account.id())
                    .filter(account::isOf)
                    .ifPresent(known -> browsers.remember(request, response, known));
            response.sendRedirect(asked.take(request, response).orElse("/"));
        };
    }

    /** Whoever is not written down is not signed in. */
    private void writeDown(HttpServletRequest request, Account account) {
        try {
            transaction.executeWithoutResult(_ -> {
                users.signedIn(account.id());
                audit.done(Caller.of(account), AuditAction.SIGNED_IN, "");
            });
        } catch (RuntimeException failure) {
            SessionStart.undo(request);
            throw failure;
        }
    }

    /** Keeps no session for the failure: the page that it leads to knows all there is to say. */
    static AuthenticationFailureHandler passwordFailure() {
        return (request, response, failure) -> response.sendRedirect(
                (failure instanceof SignInRefusedException refused ? refused.trouble() : SignInTrouble.FAILED).page());
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
        if (user != null && user.getPrincipal() instanceof Account account) {
            audit.note(Caller.of(account), AuditAction.SIGNED_OUT, "");
        }
    }

    private static Account account(Authentication user) {
        return (Account) Objects.requireNonNull(user.getPrincipal());
    }
}
