package io.plumbline.server.application.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a record's components which may be null: the answer always has them all, and the code says by {@code @Nullable} which
 * may be null.
 */
final class Nullness implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> java = rawClass(type.getType());
        if (schema != null && java.isRecord()) {
            defined(schema, context).ifPresent(model -> mark(model, java));
        }
        return schema;
    }

    /** Springdoc hands in one or another, depending on where a type is used. */
    private static Class<?> rawClass(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case JavaType resolved -> resolved.getRawClass();
            case ParameterizedType page -> rawClass(page.getRawType());
            default -> Object.class;
        };
    }

    private static Optional<Schema<?>> defined(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? Optional.of(schema)
                : Optional.ofNullable(
                        context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static void mark(Schema<?> model, Class<?> type) {
        var properties = model.getProperties();
        if (properties == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf(component);
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (model.getRequired() == null || !model.getRequired().contains(name)) {
                model.addRequiredItem(name);
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() == null && property.getType() != null) {
            property.addType(property.getType());
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        if (property.getEnum() != null) {
            property.addEnumItemObject(null); // else the type allows it and the list of values does not
        }
        return property;
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }
}
