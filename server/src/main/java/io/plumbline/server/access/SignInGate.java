package io.plumbline.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who has tried too often, before a password is looked at. Stateless. */
final class SignInGate extends OncePerRequestFilter {

    private final SignInThrottle throttle;
    private final KnownBrowser browsers;

    SignInGate(SignInThrottle throttle, KnownBrowser browsers) {
        this.throttle = throttle;
        this.browsers = browsers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = nameIn(request);
        if (throttle.admit(name, request.getRemoteAddr(), browsers.find(request, name))) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/login?wait");
        }
    }

    static String nameIn(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name == null ? "" : name.strip();
    }
}
