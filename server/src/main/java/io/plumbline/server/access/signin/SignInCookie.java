package io.plumbline.server.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Bytes that a browser keeps for the sign-in: no script reads them, and they are {@code Secure} where the request came by HTTPS. What
 * comes back is whatever somebody sends.
 *
 * @param path below which it is sent
 */
record SignInCookie(String name, String path, SameSite sameSite) {

    enum SameSite {
        STRICT("Strict"),
        /** Also where a link of another site leads here. */
        LAX("Lax");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }
    }

    /** As it was sent; whose it is and what is in it is for the caller to judge. */
    Optional<String> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** @return empty for what was never set by {@link #set} */
    static Optional<byte[]> decode(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    void set(HttpServletRequest request, HttpServletResponse response, byte[] content, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                name, Base64.getUrlEncoder().withoutPadding().encodeToString(content))
                        .path(path)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(sameSite.attribute)
                        .maxAge(kept)
                        .build()
                        .toString());
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, new byte[0], Duration.ZERO);
    }
}
