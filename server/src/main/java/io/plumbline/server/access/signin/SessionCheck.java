package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.Account;
import io.plumbline.server.access.user.User;
import io.plumbline.server.access.user.UserStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks with every request whether the session's user is still there, and what that user may do now: a role that was taken away,
 * a password that was changed, a user who was deleted count at once, on every server. Ends sessions that have become too old,
 * however busy they are. Stateless.
 */
final class SessionCheck extends OncePerRequestFilter {

    /** However often it is used, a session lasts no longer. */
    static final Duration LONGEST = Duration.ofHours(24);

    private final UserStore users;

    SessionCheck(UserStore users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication held = SecurityContextHolder.getContext().getAuthentication();
        if (held != null && held.getPrincipal() instanceof Account account) {
            HttpSession session = request.getSession(false);
            Optional<User> user = users.find(account.id()).filter(account::isOf);
            if (user.isPresent() && !isOver(session)) {
                set(UsernamePasswordAuthenticationToken.authenticated(
                        account, null, user.get().role().ofPeople()));
            } else {
                SecurityContextHolder.clearContext();
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    /** Files that a page needs tell nothing about anybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    /** An answer may be written after the request's own thread has gone on; it is still the same user's. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static boolean isOver(@Nullable HttpSession session) {
        return session != null && session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
    }

    private static void set(Authentication now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }
}
