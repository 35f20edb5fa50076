package io.plumbline.server.platform.secret;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys that a server holds, in the order in which they were made: more than one while keys are being changed. All of them open;
 * which one seals, the database says. No key is there twice. Immutable.
 */
record MasterKeys(List<MasterKey> all) {

    MasterKeys {
        Map<Integer, MasterKey> each = new LinkedHashMap<>();
        all.forEach(key -> each.putIfAbsent(key.id(), key));
        all = List.copyOf(each.values());
    }

    static MasterKeys of(MasterKey... keys) {
        return new MasterKeys(List.of(keys));
    }

    /**
     * @param text keys in base64, with commas or line breaks between
     * @param source see {@link MasterKey#parse}
     */
    static MasterKeys parse(String text, String source) {
        return new MasterKeys(Arrays.stream(text.strip().split("[,\\s]+", -1))
                .map(key -> MasterKey.parse(key, source))
                .toList());
    }

    Optional<MasterKey> find(int id) {
        return all.stream().filter(key -> key.id() == id).findFirst();
    }

    /** Those that were made after a key, the next one first. */
    List<MasterKey> after(MasterKey key) {
        return all.stream().dropWhile(other -> other.id() != key.id()).skip(1).toList();
    }

    /** Those that were made before a key. */
    List<MasterKey> before(MasterKey key) {
        return all.stream().takeWhile(other -> other.id() != key.id()).toList();
    }

    /** As {@link #parse} reads it, a key to a line. */
    String text() {
        return all.stream().map(key -> key.base64() + "\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "(" + all.size() + " master keys)";
    }
}
