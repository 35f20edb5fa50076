package io.plumbline.server.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Everything wrong with a form, each beside the dotted path of its field; the first error of a field stays. Not thread-safe. */
final class FieldErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    void add(String field, String message) {
        messages.putIfAbsent(field, message);
    }

    boolean has(String field) {
        return messages.containsKey(field);
    }

    /** Those of some fields. */
    FieldErrors only(Predicate<String> fields) {
        FieldErrors some = new FieldErrors();
        messages.forEach((field, message) -> {
            if (fields.test(field)) {
                some.add(field, message);
            }
        });
        return some;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    void forEach(BiConsumer<String, String> action) {
        messages.forEach(action);
    }
}
