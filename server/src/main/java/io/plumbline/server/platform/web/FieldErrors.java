package io.plumbline.server.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Everything wrong with a form, each beside the dotted path of its field; the first error of a field stays. Not thread-safe. */
public final class FieldErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    public void add(String field, String message) {
        messages.putIfAbsent(field, message);
    }

    public boolean has(String field) {
        return messages.containsKey(field);
    }

    /** Those of some fields. */
    public FieldErrors only(Predicate<String> fields) {
        FieldErrors some = new FieldErrors();
        messages.forEach((field, message) -> {
            if (fields.test(field)) {
                some.add(field, message);
            }
        });
        return some;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** In the order in which they were found. */
    public Map<String, String> byField() {
        return Collections.unmodifiableMap(messages);
    }

    public void forEach(BiConsumer<String, String> action) {
        messages.forEach(action);
    }
}
