package io.plumbline.server.platform.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A page's path and query. Changing it gives another one; a changed filter or sort begins at the first page. Immutable. */
public record Address(String path, Map<String, List<String>> query) {

    private static final List<String> PLACE = List.of("cursor", "from");

    /** In the order of their names, so that one view has one address and its filters keep their places. */
    public Address {
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    }

    public static Address of(String path, MultiValueMap<String, String> parameters) {
        Map<String, List<String>> query = new TreeMap<>();
        parameters.forEach((name, values) -> {
            List<String> some =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!some.isEmpty()) {
                query.put(name, some);
            }
        });
        return new Address(path, query);
    }

    public List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    public Address set(String name, String value) {
        return change(name, List.of(value));
    }

    public Address add(String name, String value) {
        List<String> values = new ArrayList<>(all(name));
        values.add(value);
        return change(name, values);
    }

    public Address remove(String name, String value) {
        return change(
                name, all(name).stream().filter(other -> !other.equals(value)).toList());
    }

    public Address remove(String name) {
        return change(name, List.of());
    }

    /** The first page of the same. */
    public Address first() {
        return remove("cursor");
    }

    /** Where the next page begins, and how many records stand before it. */
    public Address next(String cursor, long from) {
        Map<String, List<String>> changed = new TreeMap<>(query);
        changed.put("cursor", List.of(cursor));
        changed.put("from", List.of(Long.toString(from)));
        return new Address(path, changed);
    }

    Address under(String other) {
        return new Address(other, query);
    }

    private Address change(String name, List<String> values) {
        Map<String, List<String>> changed = new TreeMap<>(query);
        PLACE.forEach(changed::remove);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, values);
        }
        return new Address(path, changed);
    }

    /** Only those parameters. */
    MultiValueMap<String, String> parameters(java.util.function.Predicate<String> which) {
        MultiValueMap<String, String> some = new LinkedMultiValueMap<>();
        query.forEach((name, values) -> {
            if (which.test(name)) {
                some.put(name, new ArrayList<>(values));
            }
        });
        return some;
    }

    /** As a link's target. */
    public String url() {
        String text = query.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
