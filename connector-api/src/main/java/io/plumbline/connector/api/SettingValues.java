package io.plumbline.connector.api;

import java.util.Map;
import java.util.Optional;

/** Values by setting key. Immutable. {@link #toString} shows keys only, because values may be secrets. */
public record SettingValues(Map<String, String> values) {

    public SettingValues {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @throws IllegalArgumentException where there is none: validation has let a hole through */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no value for setting " + key));
    }

    @Override
    public String toString() {
        return "SettingValues" + values.keySet();
    }
}
