package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.Account;
import io.plumbline.server.access.user.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Puts a user into the session of a request, where that is not done by Spring's own form. Stateless. */
final class SessionStart {

    private SessionStart() {}

    /** Nobody is signed in by this request after all. */
    static void undo(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** @return who is signed in from here on */
    static Authentication of(User user, HttpServletRequest request, HttpServletResponse response) {
        Account account = new Account(user);
        account.eraseCredentials();
        Authentication signedIn =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return signedIn;
    }
}
