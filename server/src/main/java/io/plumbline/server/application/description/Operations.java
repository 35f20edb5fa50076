package io.plumbline.server.application.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;

/** What calls are named, take and answer, beyond what their Java methods say. */
final class Operations implements OpenApiCustomizer {

    private final ListParameters lists;
    private final ListExports exports;

    Operations(ListParameters lists, ListExports exports) {
        this.lists = lists;
        this.exports = exports;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> ApiCall.of(HttpMethod.valueOf(method.name()), path)
                                .ifPresent(call -> finish(path, method, operation, call))));
        document.getComponents().addSchemas(ProblemResponses.SCHEMA, ProblemResponses.schema());
        document.getComponents().getSchemas().remove("MultiValueMapStringString"); // a list's parameters, to Java
        ConnectorSchema.finish(document.getComponents());
    }

    private void finish(String path, PathItem.HttpMethod method, Operation operation, ApiCall call) {
        operation.operationId(call.id()).summary(call.summary()).tags(List.of(call.tag()));
        nameQueryParameters(path, operation);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().stream()
                    .filter(type -> isBytes(type.getSchema()))
                    .forEach(type -> type.setSchema(new Schema<>().$ref(ConnectorSchema.NAME)));
        }
        operation.setResponses(responses(operation, call.status()));
        ProblemResponses.add(operation, method, path);
        exports.add(operation, path);
    }

    private void nameQueryParameters(String path, Operation operation) {
        List<Parameter> known = operation.getParameters();
        if (known != null && known.removeIf(parameter -> "parameters".equals(parameter.getName()))) {
            known.addAll(lists.of(path));
        }
    }

    /** A body that is read as a tree is bytes to Java. */
    private static boolean isBytes(Schema<?> schema) {
        return schema != null && "byte".equals(schema.getFormat());
    }

    private static ApiResponses responses(Operation operation, int status) {
        Content content = operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(some -> some != null)
                .findFirst()
                .orElseGet(Content::new);
        MediaType any = content.remove("*/*");
        if (any != null) {
            content.addMediaType("application/json", any);
        }
        return new ApiResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse().description(description(status)).content(content));
    }

    private static String description(int status) {
        return switch (status) {
            case 201 -> "Created";
            case 204 -> "Done; there is nothing to tell";
            case 202 -> "Accepted; it goes on";
            default -> "Done";
        };
    }
}
