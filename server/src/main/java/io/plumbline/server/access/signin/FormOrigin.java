package io.plumbline.server.access.signin;

import io.plumbline.server.platform.page.Trouble;
import io.plumbline.server.platform.web.LineAMinute;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
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
 * tells nothing is no browser, and nobody's signed-in browser at that. Safe for many threads.
 */
final class FormOrigin extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormOrigin.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<List<String>> OURS = Set.of(List.of("same-origin"), List.of("none"));

    private static final int LONGEST_SHOWN = 200;

    private final LineAMinute line = new LineAMinute();
    private final Optional<WebOrigin> told;

    /** @param told where browsers reach this server, as the operator says; empty: as each request has it */
    FormOrigin(Optional<WebOrigin> told) {
        this.told = told;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request)) {
            line.note(many -> LOG.warn(
                    "{} forms were refused, because they do not stand on a page of this server: the origin of the last is {}, the"
                            + " Host {}. If that is this server's address behind a proxy, set PLUMBLINE_URL to it.",
                    many,
                    cut(headers(request, HttpHeaders.ORIGIN).toString()),
                    cut(String.valueOf(request.getHeader(HttpHeaders.HOST)))));
            Trouble.refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The form stands on a page that is not of this server. If you sent it from here, the address in your browser is"
                            + " not the one that the server knows: let an operator set PLUMBLINE_URL to it, or have the proxy"
                            + " pass the Host header on.");
        } else if (request.getQueryString() != null) {
            Trouble.refuse(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "The form has fields in its address, which proxies and browsers write down. Send them in the body.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        List<String> sites = headers(request, "Sec-Fetch-Site");
        List<String> origins = headers(request, HttpHeaders.ORIGIN);
        if (origins.size() > 1) {
            return false; // no browser sends two, and one of them may be what another reader goes by
        }
        return sites.isEmpty()
                ? origins.isEmpty()
                        || WebOrigin.of(origins.getFirst())
                                .filter(origin -> isOurs(origin, request))
                                .isPresent()
                : OURS.contains(sites);
    }

    private boolean isOurs(WebOrigin origin, HttpServletRequest request) {
        Optional<WebOrigin> here = Optional.ofNullable(request.getHeader(HttpHeaders.HOST))
                .flatMap(host -> WebOrigin.of(scheme(host, origin, request) + "://" + host));
        return Optional.of(origin).equals(told) || Optional.of(origin).equals(here);
    }

    /** A proxy that the operator has not named may have ended TLS: then the browser alone knows. */
    private String scheme(String host, WebOrigin origin, HttpServletRequest request) {
        return request.isSecure()
                ? "https"
                : told.filter(url -> WebOrigin.of(url.scheme() + "://" + host).equals(told))
                        .orElse(origin)
                        .scheme();
    }

    private static String cut(String header) {
        return header.substring(0, Math.min(header.length(), LONGEST_SHOWN));
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
