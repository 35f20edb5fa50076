package io.plumbline.server.access.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log.
 *
 * @param actorKind what the actor is, whatever its name
 * @param actorId of the user or token, who may have gone since; null: of neither, or the token of the environment
 * @param actor the name of the user or token; else {@code system} or {@code nobody}
 * @param target what was done something to; empty: the actor
 * @param before the values that were changed, as they were
 * @param after as they are since; a secret is named here and never told
 * @param address where the request came from; null: there was none
 */
public record AuditEvent(
        String id,
        Instant at,
        ActorKind actorKind,
        @Nullable Integer actorId,
        String actor,
        AuditAction action,
        String target,
        Map<String, Object> before,
        Map<String, Object> after,
        @Nullable String address) {}
