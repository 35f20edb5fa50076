package io.plumbline.server.access.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a caller hears who may not pass. Below {@code /api} that a token is needed or does not suffice; elsewhere that there is
 * nothing, since nothing is there that a token would open.
 */
final class Refusals {

    private Refusals() {}

    static void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isGuarded(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answer(response, HttpStatus.UNAUTHORIZED, "Send a valid token as: Authorization: Bearer <token>");
        } else {
            answer(response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isGuarded(request)) {
            answer(response, HttpStatus.FORBIDDEN, "This token's role does not allow this.");
        } else {
            answer(response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
    }

    private static boolean isGuarded(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api") || path.startsWith("/api/") || path.equals("/metrics");
    }

    /** The sentences are ours and hold nothing that JSON would have to escape. */
    private static void answer(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                        + status.value() + ",\"detail\":\"" + detail + "\"}");
    }
}
