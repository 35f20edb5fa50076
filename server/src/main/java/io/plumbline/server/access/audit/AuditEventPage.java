package io.plumbline.server.access.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One line of the audit log in full. */
public record AuditEventPage(AuditEvent event, List<Value> values) {

    /** @param before null: there was none; likewise {@code after} */
    public record Value(
            String name, @Nullable String before, @Nullable String after) {}

    static AuditEventPage of(AuditEvent event) {
        TreeSet<String> names = new TreeSet<>(event.before().keySet());
        names.addAll(event.after().keySet());
        return new AuditEventPage(
                event,
                names.stream()
                        .map(name -> new Value(name, text(event.before(), name), text(event.after(), name)))
                        .toList());
    }

    private static @Nullable String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }
}
