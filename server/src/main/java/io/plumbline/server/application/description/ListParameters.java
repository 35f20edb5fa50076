package io.plumbline.server.application.description;

import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.web.Page;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The query parameters of lists and of the summary, which Java knows as one map. */
record ListParameters(List<ListDefinition<?, ?>> definitions) {

    List<Parameter> of(String path) {
        if (path.endsWith("/summary")) {
            return List.of(filter("connectorId"));
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(query("limit", "How many records at most", limit()));
        parameters.add(query("cursor", "nextCursor of the page before, with its filters and sort", new StringSchema()));
        if (path.endsWith("/syncs")) {
            parameters.add(filter("status"));
        }
        definitions.stream().filter(list -> path.endsWith("/" + list.name())).forEach(list -> {
            parameters.add(query("sort", "A leading minus reverses", sorts(list)));
            list.filters().stream().sorted().map(ListParameters::filter).forEach(parameters::add);
        });
        return parameters;
    }

    private static Schema<?> limit() {
        IntegerSchema schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Page.HIGHEST_LIMIT));
        schema.setDefault(Page.DEFAULT_LIMIT);
        return schema;
    }

    private static Schema<?> sorts(ListDefinition<?, ?> list) {
        StringSchema schema = new StringSchema();
        list.sorts().stream()
                .flatMap(sort -> Stream.of(sort.field(), "-" + sort.field()))
                .distinct()
                .forEach(schema::addEnumItem);
        return schema;
    }

    private static Parameter filter(String name) {
        return query(name, "May be repeated: any of", new ArraySchema().items(new StringSchema()));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }
}
