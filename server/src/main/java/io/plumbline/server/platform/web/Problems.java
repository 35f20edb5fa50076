package io.plumbline.server.platform.web;

import io.plumbline.server.platform.permission.Denied;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Refusals as problem details (RFC 9457). Stateless. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // some exceptions are Spring's, which would answer them without naming the field
public final class Problems {

    /** One entry of {@code errors}. */
    record FieldError(String field, String message) {}

    @ExceptionHandler
    ProblemDetail invalid(InvalidInput e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        List<FieldError> errors = new ArrayList<>();
        e.errors().forEach((field, message) -> errors.add(new FieldError(field, message)));
        problem.setProperty("errors", errors);
        return problem;
    }

    /** The refusal repeats nothing of the body: it may hold a secret. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case BodyLimit.TooLarge tooLarge ->
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            case DatabindException misfit
            when !misfit.getPath().isEmpty() -> invalid(InvalidInput.of(pathOf(misfit), messageOf(misfit)));
            case null, default -> invalid(new InvalidInput("The body must be a JSON object."));
        };
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException e) {
        return invalid(InvalidInput.of(e.getName(), expectation(typeOf(e))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(HttpMediaTypeNotSupportedException e) {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .headers(e.getHeaders())
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as " + namesOf(e.getSupportedMediaTypes()) + "."));
    }

    /** Names its own type: what the client accepts may be beyond understanding, and it is to hear why all the same. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unacceptable(HttpMediaTypeNotAcceptableException e) {
        String types = namesOf(e.getSupportedMediaTypes());
        String detail = types.isEmpty() ? "The header Accept is malformed." : "This address answers as " + types + ".";
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_ACCEPTABLE, detail));
    }

    @ExceptionHandler
    ProblemDetail missing(NotFound e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail denied(Denied e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail stale(Stale e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooMany(TooMany e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(e.getMessage()));
    }

    private static String namesOf(List<MediaType> types) {
        return types.stream()
                .filter(type -> !type.isWildcardSubtype())
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String pathOf(DatabindException misfit) {
        return misfit.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }

    private static String messageOf(DatabindException misfit) {
        return misfit instanceof UnrecognizedPropertyException ? "There is no such field." : "Is of the wrong type.";
    }

    /** Of a parameter that is a list: the type of what is in it. */
    private static @Nullable Class<?> typeOf(MethodArgumentTypeMismatchException e) {
        return e.getCause() instanceof ConversionFailedException failed
                ? failed.getTargetType().getType()
                : e.getRequiredType();
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "Must be one of ", "."));
        }
        return type == boolean.class || type == Boolean.class ? "Must be true or false." : "Is malformed.";
    }
}
