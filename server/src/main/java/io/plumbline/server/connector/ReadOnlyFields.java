package io.plumbline.server.connector;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that the server sets. A client may send back what it was given, so that it can change one field of what it read. */
final class ReadOnlyFields {

    private static final List<String> KEYS = List.of(
            "id", "status", "lastSync", "nextSyncAt", "assetCount", "openFindingCount", "validation", "revision");

    private ReadOnlyFields() {}

    /** @param current what a client would be given now; empty for a new connector, where null alone is right */
    static void check(Fields form, Optional<ObjectNode> current) {
        for (String key : KEYS) {
            JsonNode given = form.value(key).orElseGet(NullNode::getInstance);
            JsonNode now = current.map(node -> node.get(key)).orElseGet(NullNode::getInstance);
            if (!given.equals(now) && !isSameSync(key, given, now)) {
                form.refuse(
                        key,
                        current.isPresent()
                                ? "Cannot be changed; it is %s now.".formatted(shown(now))
                                : "Is set by the server: leave it out.");
            }
        }
    }

    /** A sync moves on between a read and a change; it is still the one that the client was shown. */
    private static boolean isSameSync(String key, JsonNode given, JsonNode now) {
        return key.equals("lastSync")
                && given.isObject()
                && now.isObject()
                && given.path("id").equals(now.path("id"));
    }

    private static String shown(JsonNode now) {
        return now.isObject() ? "another" : now.toString();
    }
}
