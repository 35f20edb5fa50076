package io.plumbline.simulator.vendor;

import io.plumbline.simulator.TenantOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys that the tenant accepts, at most one of each security level. Thread-safe; takes effect at once. */
public final class Keys {

    /** How a key proves itself. */
    public enum Level {
        /** It is sent as it is. */
        STANDARD,
        /** A hash over it, a nonce and the time is sent. */
        ADVANCED
    }

    /** @param id sent as {@code x-xdr-auth-id} */
    public record ApiKey(Level level, String id, String secret) {

        /** Everything but the secret. */
        @Override
        public String toString() {
            return level + " key " + id;
        }
    }

    private final Map<Level, ApiKey> keys = new EnumMap<>(Level.class);

    Keys(TenantOptions options) {
        put(new ApiKey(Level.STANDARD, options.standardKeyId(), options.standardKey()));
        put(new ApiKey(Level.ADVANCED, options.advancedKeyId(), options.advancedKey()));
    }

    public synchronized List<ApiKey> all() {
        return List.copyOf(keys.values());
    }

    /**
     * Replaces the key of its level, which is accepted no more.
     *
     * @throws IllegalArgumentException where a key of another level has the id
     */
    public synchronized void put(ApiKey key) {
        if (keys.values().stream().anyMatch(other -> other.level != key.level && other.id.equals(key.id))) {
            throw new IllegalArgumentException("another key has the id " + key.id);
        }
        keys.put(key.level, key);
    }

    /** Accepts no key of this level until one is put. */
    public synchronized void revoke(Level level) {
        keys.remove(level);
    }

    synchronized Optional<ApiKey> byId(String id) {
        return keys.values().stream().filter(key -> key.id.equals(id)).findFirst();
    }
}
