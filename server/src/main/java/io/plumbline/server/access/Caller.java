package io.plumbline.server.access;

import io.plumbline.server.access.UserStore.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * On whose behalf the current thread works.
 *
 * @param id of the user or token; null: of neither, or the token of the environment
 * @param name of the user or token; else {@code system} or {@code nobody}
 * @param address where the request comes from; null without one
 */
record Caller(
        ActorKind kind,
        @Nullable Integer id,
        String name,
        @Nullable String address) {

    /** Without anybody signed in it is work that nobody has just asked for, such as what a schedule starts. */
    static Caller current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller == null ? null : caller.getPrincipal()) {
            case null -> system();
            case Account account -> of(account);
            case TokenOwner token -> new Caller(ActorKind.TOKEN, token.id(), token.name(), remoteAddress());
            case Object _ -> nobody();
        };
    }

    /** A user who is not yet, or no longer, known to the current thread. */
    static Caller of(Account account) {
        return new Caller(ActorKind.USER, account.id(), account.getUsername(), remoteAddress());
    }

    /** @see #of(Account) */
    static Caller of(User user) {
        return of(new Account(user));
    }

    /** Somebody who is yet to say, and to prove, who they are. */
    static Caller nobody() {
        return new Caller(ActorKind.NOBODY, null, "nobody", remoteAddress());
    }

    /** Who it is, where there is room for a few words only. */
    String label() {
        return kind == ActorKind.TOKEN ? "token " + name : name;
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
