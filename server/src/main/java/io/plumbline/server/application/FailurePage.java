package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.Trouble;
import io.plumbline.server.platform.permission.OpenToAll;
import io.plumbline.server.platform.web.AnswerHeaders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/**
 * The last resort for what failed outside every handler: a page for browsers, else a problem document, that tells the status and no
 * more; with the headers of every answer, for it may come before the filters that write them. Nothing where an answer had begun already: the connection is broken off, and what the client has must not end in something else.
 */
@OpenToAll
@Controller
class FailurePage implements ErrorController {

    private static final String UNAVAILABLE =
            "The server is too busy, or its database does not answer. Try again in some seconds.";

    private final Pages pages;
    private final AnswerHeaders headers;

    FailurePage(Pages pages, PublicUrl publicUrl) {
        this.pages = pages;
        this.headers = new AnswerHeaders(publicUrl);
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    @Nullable
    View page(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        headers.ofPages().writeHeaders(request, response);
        HttpStatus status = status(request);
        return pages.page(
                status,
                null,
                status == HttpStatus.NOT_FOUND ? "Not found" : status.getReasonPhrase(),
                "page/trouble",
                new Trouble(
                        Trouble.told(request).orElseGet(() -> toPeople(status)),
                        "Nothing was changed.",
                        List.of(),
                        "Go to the dashboard",
                        Section.DASHBOARD.path()));
    }

    @RequestMapping("/error")
    @ResponseBody
    @Nullable
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        headers.ofPrograms().writeHeaders(request, response);
        HttpStatus status = status(request);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, Trouble.told(request).orElseGet(() -> toPrograms(status)));
        asked(request).ifPresent(problem::setInstance);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The address that was asked for; empty where it is no URI, which the container lets pass. */
    private static Optional<URI> asked(HttpServletRequest request) {
        try {
            return Optional.of(new URI(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String toPeople(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN ->
                "The page that sent this is older than your sign-in. Go back, load it anew, and try again.";
            case NOT_FOUND -> "There is nothing at this address.";
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default ->
                status.is5xxServerError()
                        ? "Something went wrong here. The server's log has the whole story."
                        : "The request was refused: " + status.getReasonPhrase() + ".";
        };
    }

    private static String toPrograms(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request is malformed.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This method is not supported.";
            case CONTENT_TOO_LARGE -> "A body has at most 1 MiB.";
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default ->
                status.is5xxServerError() ? "The server failed; its log says more." : status.getReasonPhrase() + ".";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
