package io.plumbline.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 where no connection to the database was to be had, or one broke: the request is as good as ever, in some seconds.
 * The log has one line a minute about it, not a stack for each of those who wait. Safe for many threads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnreachableDatabase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachableDatabase.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String MET = UnreachableDatabase.class.getName();

    private final LineAMinute line = new LineAMinute();

    /** Whether the request has met no database already: what answers it is to ask for nothing that stands there. */
    public static boolean metBy(HttpServletRequest request) {
        return request.getAttribute(MET) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isOfConnections(failure) || response.isCommitted()) {
                throw failure;
            }
            line.note(many -> LOG.warn(
                    "{} requests were answered with 503: there was no connection to the database ({})",
                    many,
                    rootOf(failure).getMessage()));
            request.setAttribute(MET, true);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** An answer may fail after the request's own thread has gone on. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** What the pool throws when its patience is at an end, and what the driver throws of a connection that breaks. */
    private static boolean isOfConnections(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException broken && isBroken(broken.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Connection exceptions; a server that shuts down, crashes, or does not take connections yet. */
    private static boolean isBroken(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
