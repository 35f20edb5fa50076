package io.plumbline.server.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a form says about secrets, by their key in {@code connector_secret}: a new value, its removal, or nothing at all, which
 * leaves what is stored. {@link #toString} shows no value. Not thread-safe.
 */
final class EnteredSecrets {

    static final String PROXY_PASSWORD = "connection.proxyPassword";

    private final Map<String, Optional<String>> entered = new LinkedHashMap<>();

    void set(String key, String value) {
        entered.put(key, Optional.of(value));
    }

    void remove(String key) {
        entered.put(key, Optional.empty());
    }

    boolean names(String key) {
        return entered.containsKey(key);
    }

    /** Whether storing this changes anything; a value entered counts as another, whatever it is. */
    boolean changes(Set<String> stored) {
        return entered.entrySet().stream()
                .anyMatch(each -> each.getValue().isPresent() || stored.contains(each.getKey()));
    }

    /** The value in force: the one entered, or the one stored unless its removal was asked for. */
    Optional<String> effective(String key, Map<String, String> stored) {
        return names(key) ? entered.getOrDefault(key, Optional.empty()) : Optional.ofNullable(stored.get(key));
    }

    void forEach(BiConsumer<String, Optional<String>> action) {
        entered.forEach(action);
    }

    @Override
    public String toString() {
        return "EnteredSecrets" + entered.keySet();
    }
}
