package io.plumbline.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers parameters that cannot be decoded. The container throws where somebody first asks for one, and would log the whole stack, for
 * anybody who is not even signed in to fill the log with. Stateless.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MalformedParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IllegalStateException failure) {
            Optional<InvalidParameterException> malformed = malformedIn(failure);
            if (malformed.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.sendError(malformed.get().getErrorCode());
        }
    }

    private static Optional<InvalidParameterException> malformedIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException malformed) {
                return Optional.of(malformed);
            }
        }
        return Optional.empty();
    }
}
