package io.plumbline.server.platform.listing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of a sort: its order, and what comes after a place. All keys run one way, so a row comparison says it all. */
record Keyset(List<Key> keys, boolean descending) {

    /** The same order of what a subquery calls {@code key0}, {@code key1} … */
    Keyset numbered() {
        return new Keyset(
                IntStream.range(0, keys.size())
                        .mapToObj(i -> new Key("key" + i, keys.get(i).type()))
                        .toList(),
                descending);
    }

    String columns() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    }

    String orderBy() {
        String direction = descending ? " desc" : " asc";
        return keys.stream().map(key -> key.sql() + direction).collect(Collectors.joining(", "));
    }

    /** Strictly after the place whose values are bound as {@code :after0}, {@code :after1} … */
    String after() {
        return row() + (descending ? " < " : " > ") + place();
    }

    /** After the place or at it. */
    String fromOn() {
        return row() + (descending ? " <= " : " >= ") + place();
    }

    String at() {
        return row() + " = " + place();
    }

    static void bind(Place place, Conditions conditions) {
        for (int i = 0; i < place.values().size(); i++) {
            conditions.with("after" + i, place.values().get(i));
        }
    }

    private String row() {
        return "(" + columns() + ")";
    }

    private String place() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).parameter("after" + i))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
