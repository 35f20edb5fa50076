package io.plumbline.server.access.signin;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.access.user.Account;
import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.web.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares a password, the only place of the sign-in that does. Each try is counted first, under the very name that is then looked
 * up: whatever way a request takes to get here, none is made uncounted. Safe for many threads.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int COUNTED_AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final UserStore users;
    private final DaoAuthenticationProvider comparison;
    private final SignInThrottle throttle;
    private final KnownBrowser browsers;
    private final AuditLog audit;
    private final Semaphore turns = new Semaphore(COUNTED_AT_A_TIME, true);

    PasswordSignIn(
            UserStore users,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            KnownBrowser browsers,
            AuditLog audit) {
        this.users = users;
        this.comparison = new DaoAuthenticationProvider(name -> users.find(name)
                .filter(user -> user.passwordHash() != null)
                .map(Account::new)
                .orElseThrow(() -> new UsernameNotFoundException("there is no such user")));
        this.comparison.setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.browsers = browsers;
        this.audit = audit;
    }

    /** Where a try comes from. */
    private record Origin(String address, Optional<String> browserCookie) {}

    /** What the form's filter has to hand over with name and password. */
    static Object originOf(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), KnownBrowser.cookieOf(request));
    }

    /** @throws SignInRefusedException where nothing was compared */
    @Override
    public Authentication authenticate(Authentication tried) {
        SignInThrottle.Try counted = counting(() -> count(tried));
        try {
            Authentication right = compare(tried);
            throttle.takeBack(counted);
            return right;
        } catch (TooMany busy) {
            throttle.takeBack(counted);
            throw new SignInRefusedException(SignInTrouble.BUSY, "too many at once");
        }
    }

    /** A flood of sign-ins waits for its turn here, and so leaves the connections to the database to everybody else. */
    private SignInThrottle.Try counting(Supplier<SignInThrottle.Try> count) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignInRefusedException(SignInTrouble.BUSY, "too many wait to be counted");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SignInRefusedException(SignInTrouble.BUSY, "the server stops");
        }
        try {
            return count.get();
        } finally {
            turns.release();
        }
    }

    private SignInThrottle.Try count(Authentication tried) {
        String name = tried.getName();
        Origin origin = (Origin) Objects.requireNonNull(tried.getDetails());
        boolean known = origin.browserCookie()
                .flatMap(cookie -> users.find(name).filter(user -> browsers.isKnown(cookie, user)))
                .isPresent();
        SignInThrottle.Try counted = new SignInThrottle.Try(name, origin.address(), known);
        if (!throttle.admit(counted)) {
            if (throttle.mayNote(origin.address())) {
                audit.note(Caller.nobody(), AuditAction.SIGN_IN_TURNED_AWAY, "user " + name);
            }
            throw new SignInRefusedException(SignInTrouble.TOO_MANY_TRIES, "too many tries");
        }
        return counted;
    }

    private Authentication compare(Authentication tried) {
        try {
            Account account = (Account)
                    Objects.requireNonNull(comparison.authenticate(tried).getPrincipal());
            UsernamePasswordAuthenticationToken right =
                    UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
            right.setDetails(""); // else Spring copies the origin there, and so into the session
            return right;
        } catch (AuthenticationException wrong) {
            audit.note(Caller.nobody(), AuditAction.SIGN_IN_FAILED, "user " + tried.getName());
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return comparison.supports(authentication);
    }
}
