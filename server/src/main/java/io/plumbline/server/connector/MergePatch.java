package io.plumbline.server.connector;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396) that leaves a null where the RFC takes the member away. To a reader of {@link Fields} both mean
 * the default, but a null still shows that the member was named: an unknown one is refused, a secret is removed, and {@code
 * schedule: null} is what the contract calls manual.
 */
final class MergePatch {

    private MergePatch() {}

    /** Neither argument is changed. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            merged.set(member.getKey(), merge(merged.get(member.getKey()), member.getValue()));
        }
        return merged;
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode onto =
                target != null && target.isObject() ? target.asObject() : JsonNodeFactory.instance.objectNode();
        return apply(onto, patch.asObject());
    }
}
