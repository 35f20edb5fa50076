package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.User;
import io.plumbline.server.platform.secret.MasterKeyMissing;
import io.plumbline.server.platform.secret.Secret;
import io.plumbline.server.platform.secret.SecretBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Knows a browser from which a user has signed in before, by a cookie that is sealed for that user. It opens nothing; it only lets
 * the user's tries be counted apart from everybody else's, until the password changes or the user signs out everywhere: whoever
 * has got hold of one is a stranger again, too. Safe for many threads.
 */
@Component
class KnownBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(KnownBrowser.class);
    private static final SignInCookie COOKIE =
            new SignInCookie("plumbline_browser", LoginPage.PATH, SignInCookie.SameSite.STRICT);
    private static final Duration KEPT = Duration.ofDays(180);

    /** All that counts is where it is sealed for; no two are the same. */
    private static final Secret CONTENT = Secret.of("known");

    private final SecretBox box;

    KnownBrowser(SecretBox box) {
        this.box = box;
    }

    static Optional<String> cookieOf(HttpServletRequest request) {
        return COOKIE.find(request);
    }

    /** A browser that cannot be remembered is one more stranger, no reason to keep somebody out. */
    void remember(HttpServletRequest request, HttpServletResponse response, User user) {
        byte[] kept;
        try {
            kept = box.seal(place(user), CONTENT);
        } catch (MasterKeyMissing | DataAccessException noKey) {
            LOG.warn("A browser is not remembered: {}", noKey.getMessage());
            return;
        }
        COOKIE.set(request, response, kept, KEPT);
    }

    /** Whether the user has signed in from the browser that sends this cookie. */
    boolean isKnown(String cookie, User user) {
        return SignInCookie.decode(cookie).filter(kept -> opens(kept, user)).isPresent();
    }

    private boolean opens(byte[] kept, User user) {
        try {
            box.open(place(user), kept);
            return true;
        } catch (IllegalStateException notOurs) {
            return false;
        }
    }

    private static String place(User user) {
        return "browser of user " + user.id() + " since " + user.sessionEpoch();
    }
}
