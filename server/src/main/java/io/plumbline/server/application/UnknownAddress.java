package io.plumbline.server.application;

import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that leads nowhere: a page, or a problem document where a program asked. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddress {

    private final Pages pages;

    UnknownAddress(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    Object missing(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api")) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is nothing at this address."));
        }
        return pages.page(
                HttpStatus.NOT_FOUND,
                null,
                "Not found",
                "page/trouble",
                new Trouble(
                        "There is nothing at this address.",
                        "A link may be old, or what it led to may have been deleted.",
                        List.of(),
                        "Go to the dashboard",
                        Section.DASHBOARD.path()));
    }
}
