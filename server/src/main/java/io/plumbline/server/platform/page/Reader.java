package io.plumbline.server.platform.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads a page, as far as it changes how the page looks. Zone and theme come from cookies that a script sets; without script
 * times are UTC and the theme is light.
 *
 * @param zone times are shown in it
 * @param now the moment the page is made, for times like "2 h ago"
 */
public record Reader(ZoneId zone, Instant now, Theme theme) {

    private static final String ZONE_COOKIE = "plumbline_zone";
    private static final String THEME_COOKIE = "plumbline_theme";

    static Reader of(HttpServletRequest request, Instant now) {
        return new Reader(
                cookie(request, ZONE_COOKIE).flatMap(Reader::zone).orElse(ZoneOffset.UTC),
                now,
                cookie(request, THEME_COOKIE).flatMap(Reader::theme).orElse(Theme.AUTO));
    }

    /** How a time reads for this reader. */
    public ReadableTime time(Instant instant) {
        return new ReadableTime(instant, this);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** A cookie holds what anybody wrote into it. The script writes a colon for the slash, which cookies may not hold. */
    private static Optional<ZoneId> zone(String text) {
        try {
            return text.length() > 60 ? Optional.empty() : Optional.of(ZoneId.of(text.replace(':', '/')));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Theme> theme(String text) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
