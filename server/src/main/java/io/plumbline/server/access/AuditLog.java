package io.plumbline.server.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who did what. Called in the transaction that does it: there is no change without its line, and no line without its
 * change. Values never hold a secret. Safe for many threads.
 */
@Component
public class AuditLog {

    /** Longer texts come from whoever sends requests, and are of no use to the reader. */
    private static final int LONGEST_NAME = 400;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param target such as {@code connector 3, Main office} */
    public void add(AuditAction action, String target) {
        add(Caller.current(), action, target, Map.of(), Map.of());
    }

    public void created(AuditAction action, String target, Map<String, ?> values) {
        add(Caller.current(), action, target, Map.of(), values);
    }

    /** Tells the values that differ; null stands for one that is not there. */
    public void changed(AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        add(Caller.current(), action, target, differing(before, after), differing(after, before));
    }

    void changed(Caller caller, AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        add(caller, action, target, differing(before, after), differing(after, before));
    }

    void add(Caller caller, AuditAction action, String target) {
        add(caller, action, target, Map.of(), Map.of());
    }

    private void add(Caller caller, AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        jdbc.sql("""
                        insert into audit_event (at, actor, action, target, before, after, address)
                        values (:at, :actor, :action, :target, cast(:before as jsonb), cast(:after as jsonb), :address)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", storable(caller.name()))
                .param("action", action.name())
                .param("target", storable(target))
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .param("address", caller.address())
                .update();
    }

    private static Map<String, @Nullable Object> differing(Map<String, ?> values, Map<String, ?> others) {
        Map<String, @Nullable Object> differing = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!Objects.equals(value, others.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }

    /** A name that somebody typed may hold anything. */
    private static String storable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "�");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }
}
