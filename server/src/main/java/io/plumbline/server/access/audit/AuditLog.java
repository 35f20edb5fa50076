package io.plumbline.server.access.audit;

import io.plumbline.server.platform.web.SingleLine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who did what. A change and its line are one transaction: there is no change without its line, and no line without its
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

    /**
     * Something was done that needs no values to tell.
     *
     * @param target such as {@code connector 3, Main office}
     * @throws IllegalStateException outside a transaction, here as below
     */
    public void done(AuditAction action, String target) {
        change(Caller.current(), action, target, Map.of(), Map.of());
    }

    public void created(AuditAction action, String target, Map<String, ?> values) {
        change(Caller.current(), action, target, Map.of(), values);
    }

    /** Tells the values that differ; null stands for one that is not there. */
    public void changed(AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        change(Caller.current(), action, target, differing(before, after), differing(after, before));
    }

    public void done(Caller caller, AuditAction action, String target) {
        change(caller, action, target, Map.of(), Map.of());
    }

    public void changed(Caller caller, AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        change(caller, action, target, differing(before, after), differing(after, before));
    }

    /** Something happened that changed nothing. It needs no transaction. */
    public void note(Caller caller, AuditAction action, String target) {
        write(caller, action, target, Map.of(), Map.of());
    }

    private void change(Caller caller, AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change and its line of the audit log are one transaction: " + action);
        }
        write(caller, action, target, before, after);
    }

    private void write(Caller caller, AuditAction action, String target, Map<String, ?> before, Map<String, ?> after) {
        jdbc.sql("""
                        insert into audit_event
                          (at, actor_kind, actor_id, actor, action, target, before, after, address)
                        values
                          (:at, :kind, :id, :actor, :action, :target, cast(:before as jsonb), cast(:after as jsonb), :address)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", caller.kind().name())
                .param("id", caller.id())
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
        String clean = SingleLine.of(text);
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }
}
