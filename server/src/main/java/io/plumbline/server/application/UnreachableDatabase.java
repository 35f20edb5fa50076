package io.plumbline.server.application;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 where no connection to the database was to be had: the request is as good as ever, in some seconds. The log has
 * one line a minute about it, not a stack for each of those who wait. Safe for many threads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreachableDatabase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachableDatabase.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());
    private final AtomicLong turnedAway = new AtomicLong();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isOfConnections(failure) || response.isCommitted()) {
                throw failure;
            }
            note(failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** An answer may fail after the request's own thread has gone on. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void note(Exception failure) {
        turnedAway.incrementAndGet();
        long due = nextLine.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            LOG.warn(
                    "{} requests were answered with 503: there was no connection to the database ({})",
                    turnedAway.getAndSet(0),
                    rootOf(failure).getMessage());
        }
    }

    /** What the pool throws when its patience is at an end; so it is also where the database is away. */
    private static boolean isOfConnections(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
