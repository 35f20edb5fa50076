package io.plumbline.server.access.signin;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What changes something comes from a page of this very server, and with its fields in the body. Browsers tell where a form stands:
 * that holds even where somebody has planted the cookie that the form's token is compared with, from a neighbouring host or port. What
 * tells nothing is no browser, and nobody's signed-in browser at that. Stateless.
 */
final class FormOrigin extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormOrigin.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final PublicUrl publicUrl;

    FormOrigin(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request)) {
            LOG.warn(
                    "A form was refused, because it does not stand on a page of this server: its origin is {}. If that is this"
                            + " server's address behind a proxy, set PLUMBLINE_URL to it.",
                    request.getHeader(HttpHeaders.ORIGIN));
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.getQueryString() != null) {
            // An address is written down by proxies and browsers: a password has no business there.
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || Optional.of(origin).equals(publicUrl.text())
                || authority(origin).equals(Optional.ofNullable(request.getHeader(HttpHeaders.HOST)));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
