package io.plumbline.server.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * The page that somebody asked for before they had to sign in. It is kept in a cookie, so that whoever is not signed in leaves nothing
 * in the database, and is a path of ours or nothing, whoever wrote the cookie. Stateless.
 */
final class AskedPage implements RequestCache {

    /** Only the sign-in, by whichever way, is sent it. */
    private static final SignInCookie COOKIE =
            new SignInCookie("plumbline_asked", LoginPage.PATH, SignInCookie.SameSite.LAX);

    private static final Duration KEPT = Duration.ofHours(1);

    /** Base64 makes four characters of three, and a cookie has at most 4,096 with its name: browsers drop larger ones. */
    private static final int LONGEST = 2_900;

    /** Two slashes, of either kind, would begin the name of a host. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!isNavigation(request)) {
            return;
        }
        String path = pathOf(request);
        if (isOurs(path)) {
            COOKIE.set(request, response, path.getBytes(StandardCharsets.US_ASCII), KEPT);
        } else {
            COOKIE.remove(request, response); // else the sign-in leads to what was asked for before it
        }
    }

    /** Once. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> asked = COOKIE.find(request)
                .flatMap(SignInCookie::decode)
                .map(path -> new String(path, StandardCharsets.US_ASCII))
                .filter(AskedPage::isOurs);
        asked.ifPresent(_ -> removeRequest(request, response));
        return asked;
    }

    /** No request is made again as it was: the browser is sent to the page. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }

    /** No piece of a page that a script asks for, and no picture of one. Browsers say so, older ones by what they accept. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && (mode == null
                        ? accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
                        : mode.equals("navigate"));
    }

    private static boolean isOurs(String path) {
        return path.length() <= LONGEST && PATH.matcher(path).matches();
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
