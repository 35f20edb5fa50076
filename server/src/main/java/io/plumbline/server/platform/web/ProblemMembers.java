package io.plumbline.server.platform.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives every problem the members that are promised of all, whoever made it: Spring leaves out those that have defaults. */
@ControllerAdvice
final class ProblemMembers implements ResponseBodyAdvice<Object> {

    private static final URI NO_TYPE = URI.create("about:blank");

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true; // whether an answer is a problem shows only in the object
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            if (problem.getType() == null) {
                problem.setType(NO_TYPE);
            }
            if (problem.getDetail() == null) {
                problem.setDetail(problem.getTitle() + ".");
            }
        }
        return body;
    }
}
