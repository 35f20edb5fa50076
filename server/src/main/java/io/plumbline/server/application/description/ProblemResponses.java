package io.plumbline.server.application.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.stream.Stream;

/** The refusals of a call: problem details (RFC 9457), of one shape for all. */
final class ProblemResponses {

    static final String SCHEMA = "ProblemDetail";

    private ProblemResponses() {}

    static Schema<?> schema() {
        ObjectSchema error = new ObjectSchema();
        error.addProperty("field", new StringSchema().description("The dotted path, such as settings.fqdn"));
        error.addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription("Why a call was refused");
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("A sentence for a person"));
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("errors", new ArraySchema().items(error).description("With status 400: field by field"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    static void add(Operation operation, PathItem.HttpMethod method, String path) {
        boolean hasId = path.contains("{");
        boolean changes = method != PathItem.HttpMethod.GET && !path.endsWith("/test");
        boolean takesIfMatch = Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            add(operation, 400, "Something in the call is not understood; errors says what");
        }
        add(operation, 401, "No token, or one that is not valid");
        if (hasId) {
            add(operation, 404, "There is none of this id");
        }
        if (changes) {
            add(operation, 409, "The state of things forbids it");
        }
        if (takesIfMatch) {
            add(operation, 412, "It has changed since the revision in If-Match");
        }
    }

    static void add(Operation operation, int status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(SCHEMA)))));
    }
}
