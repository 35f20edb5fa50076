package io.plumbline.simulator.data;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the console changed about a row: fields set, fields taken away, or the whole row replaced. Never modified once made.
 *
 * @param whole whether {@code fields} is the row as it stands, however malformed
 */
record Change(ObjectNode fields, Set<String> without, boolean whole) {

    static final Change NONE = new Change(JsonNodeFactory.instance.objectNode(), Set.of(), false);

    static Change whole(ObjectNode row) {
        return new Change(row.deepCopy(), Set.of(), true);
    }

    Change set(ObjectNode more) {
        var merged = fields.deepCopy();
        merged.setAll(more.deepCopy());
        var left = new HashSet<>(without);
        left.removeAll(more.propertyNames());
        return new Change(merged, Set.copyOf(left), whole);
    }

    Change remove(String field) {
        var left = fields.deepCopy();
        left.remove(field);
        var more = new HashSet<>(without);
        more.add(field);
        return new Change(left, Set.copyOf(more), whole);
    }

    /** The fields as the seed has them again. */
    Change reset(String field) {
        var left = fields.deepCopy();
        left.remove(field);
        return new Change(left, without, whole);
    }

    ObjectNode over(ObjectNode row) {
        var result = whole ? fields.deepCopy() : row;
        if (!whole) {
            result.setAll(fields);
        }
        without.forEach(result::remove);
        return result;
    }
}
