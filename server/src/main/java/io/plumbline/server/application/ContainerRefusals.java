package io.plumbline.server.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what the container refuses before any of our code sees it, such as headers that are too long, in the shape of every
 * other refusal. Made by the container, by its name.
 */
public final class ContainerRefusals extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getReporter().write(problem(status));
            response.finishResponse();
        } catch (IOException clientHasGone) {
            getContainer().getLogger().debug("A refusal was not taken", clientHasGone);
        }
    }

    /** Nothing in it comes from outside, nor needs escaping. */
    private static String problem(HttpStatus status) {
        String detail = status.is5xxServerError()
                ? "The server failed; its log says more."
                : "The address or a header of the request is malformed or too long.";
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail);
    }
}
