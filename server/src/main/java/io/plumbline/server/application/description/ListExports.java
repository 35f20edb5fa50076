package io.plumbline.server.application.description;

import io.plumbline.server.platform.listing.Exports;
import io.plumbline.server.platform.listing.ListDefinition;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Objects;

/** The other forms that a list can be had in; to Java they write to a stream. */
record ListExports(List<ListDefinition<?, ?>> definitions) {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PAGE = SCHEMAS + "Page"; // and the name of what it has pages of

    /** Adds them to a list that has them. */
    void add(Operation operation, String path) {
        if (definitions.stream().noneMatch(list -> path.endsWith("/" + list.name()))) {
            return;
        }
        Content content = Objects.requireNonNull(operation.getResponses().get("200"), path)
                .getContent();
        MediaType pages = Objects.requireNonNull(content.get("application/json"), path);
        content.addMediaType(
                Exports.CSV,
                new MediaType().schema(new StringSchema().description("All that matches, under a heading row")));
        content.addMediaType(
                Exports.NDJSON,
                new MediaType()
                        .schema(new Schema<>().$ref(pages.getSchema().get$ref().replace(PAGE, SCHEMAS))));
        ProblemResponses.add(operation, 406, "It cannot be had in the form that Accept asks for");
        ProblemResponses.add(operation, 429, "As many exports as may run at a time are running");
    }
}
