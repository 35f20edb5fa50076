package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.secret.MasterKeyMissing;
import io.plumbline.server.platform.secret.Secret;
import io.plumbline.server.platform.secret.SecretBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Knows a browser from which an account has signed in before, by a cookie that is sealed for that account. It opens nothing; it
 * only lets the account's tries be counted apart from everybody else's. Safe for many threads.
 */
@Component
class KnownBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(KnownBrowser.class);
    private static final SignInCookie COOKIE =
            new SignInCookie("plumbline_browser", LoginPage.PATH, SignInCookie.SameSite.STRICT);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int ID_BYTES = 16;

    private final SecretBox box;
    private final SecureRandom random = new SecureRandom();

    KnownBrowser(SecretBox box) {
        this.box = box;
    }

    static Optional<String> cookieOf(HttpServletRequest request) {
        return COOKIE.find(request);
    }

    /** A browser that cannot be remembered is one more stranger, no reason to keep somebody out. */
    void remember(HttpServletRequest request, HttpServletResponse response, String userName) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        byte[] sealed;
        try {
            sealed = box.seal(place(userName), Secret.of(HexFormat.of().formatHex(id)));
        } catch (MasterKeyMissing | DataAccessException noKey) {
            LOG.warn("A browser is not remembered: {}", noKey.getMessage());
            return;
        }
        COOKIE.set(request, response, sealed, KEPT);
    }

    /** What tells this browser from others; empty where the account has not signed in from it. */
    Optional<String> find(String cookie, String userName) {
        return SignInCookie.decode(cookie).flatMap(kept -> opened(kept, userName));
    }

    private Optional<String> opened(byte[] kept, String userName) {
        try {
            return Optional.of(box.open(place(userName), kept).reveal());
        } catch (IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static String place(String userName) {
        return "browser of " + UserStore.key(userName);
    }
}
