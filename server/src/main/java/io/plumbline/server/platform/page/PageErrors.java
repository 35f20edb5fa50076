package io.plumbline.server.platform.page;

import io.plumbline.server.platform.permission.Denied;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.Stale;
import io.plumbline.server.platform.web.TooMany;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.View;

/** Refusals as pages. Comes before what answers programs. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    private static final String NOTHING_CHANGED = "Nothing was changed.";

    private final Pages pages;

    PageErrors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View missing(NotFound e) {
        return page(HttpStatus.NOT_FOUND, "Not found", String.valueOf(e.getMessage()), List.of());
    }

    @ExceptionHandler
    View invalid(InvalidInput e) {
        List<String> details = new ArrayList<>();
        e.errors().forEach((field, message) -> details.add(field + ": " + message));
        return page(HttpStatus.BAD_REQUEST, "Not understood", String.valueOf(e.getMessage()), details);
    }

    /** Forms of ours send what they must: this one was made by hand, or cut off on its way. */
    @ExceptionHandler
    View incomplete(MissingServletRequestParameterException e) {
        return invalid(InvalidInput.of(e.getParameterName(), "Is needed."));
    }

    @ExceptionHandler
    View malformed(MethodArgumentTypeMismatchException e) {
        return invalid(InvalidInput.of(e.getName(), "Is malformed."));
    }

    @ExceptionHandler
    View denied(Denied e) {
        return page(HttpStatus.FORBIDDEN, "Not allowed", String.valueOf(e.getMessage()), List.of());
    }

    @ExceptionHandler
    View conflict(Conflict e) {
        return page(HttpStatus.CONFLICT, "Not now", String.valueOf(e.getMessage()), List.of());
    }

    @ExceptionHandler
    View stale(Stale e) {
        return page(HttpStatus.PRECONDITION_FAILED, "Changed meanwhile", String.valueOf(e.getMessage()), List.of());
    }

    @ExceptionHandler
    View tooMany(TooMany e) {
        return page(HttpStatus.TOO_MANY_REQUESTS, "Too many at a time", String.valueOf(e.getMessage()), List.of());
    }

    private View page(HttpStatus status, String title, String what, List<String> details) {
        return pages.page(
                status,
                null,
                title,
                "page/trouble",
                new Trouble(what, NOTHING_CHANGED, details, "Go to the dashboard", Section.DASHBOARD.path()));
    }
}
