package io.plumbline.server.access.token;

import io.plumbline.server.access.user.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request be its token's owner. A wrong token is no error here: the request goes on as nobody's. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AdminToken adminToken;
    private final ApiTokens tokens;

    BearerTokenFilter(AdminToken adminToken, ApiTokens tokens) {
        this.adminToken = adminToken;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tokenOf(request).flatMap(this::ownerOf).ifPresent(owner -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(owner);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** An answer may be written after the request's own thread has gone on; it is still the same caller's. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Optional<Authentication> ownerOf(String token) {
        if (adminToken.matches(token)) {
            return Optional.of(owner(AdminToken.OWNER, Role.ADMINISTRATOR));
        }
        return tokens.find(token).map(known -> owner(known.owner(), known.role()));
    }

    private static Authentication owner(TokenOwner owner, Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(owner, null, role.ofTokens());
    }

    private static Optional<String> tokenOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
