package io.plumbline.server.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A page in place of the one that was asked for.
 *
 * @param what happened
 * @param data what it means for the data
 * @param details such as which parameter was not understood
 * @param action what to do, and where
 */
public record Trouble(String what, String data, List<String> details, String action, String href) {

    private static final String TOLD = Trouble.class.getName();

    /** For filters, which make no page themselves: the one that follows says what happened, and not only the status. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
            throws IOException {
        request.setAttribute(TOLD, what);
        response.sendError(status.value());
    }

    /** What a filter has said of its refusal. */
    public static Optional<String> told(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(TOLD));
    }
}
