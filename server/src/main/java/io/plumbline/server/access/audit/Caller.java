package io.plumbline.server.access.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * On whose behalf the current thread works.
 *
 * @param address where the request comes from; null without one
 */
public record Caller(
        ActorKind kind,
        @Nullable Integer id,
        String name,
        @Nullable String address) implements Actor {

    /** Without anybody signed in it is work that nobody has just asked for, such as what a schedule starts. */
    public static Caller current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller == null ? null : caller.getPrincipal()) {
            case null -> system();
            case Actor actor -> of(actor);
            case Object _ -> nobody();
        };
    }

    /** Somebody who is not yet, or no longer, known to the current thread. */
    public static Caller of(Actor actor) {
        return new Caller(actor.kind(), actor.id(), actor.name(), remoteAddress());
    }

    /** Somebody who is yet to say, and to prove, who they are. */
    public static Caller nobody() {
        return new Caller(ActorKind.NOBODY, null, "nobody", remoteAddress());
    }

    private static Caller system() {
        return new Caller(ActorKind.SYSTEM, null, "system", remoteAddress());
    }

    private static @Nullable String remoteAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
