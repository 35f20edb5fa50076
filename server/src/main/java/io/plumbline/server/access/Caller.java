package io.plumbline.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * On whose behalf the current thread works.
 *
 * @param name of the user or token
 * @param address where the request comes from; null without one
 */
record Caller(String name, @Nullable String address) {

    /** Work that nobody has just asked for, such as what a schedule starts. */
    private static final String SYSTEM = "system";

    static Caller current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return new Caller(caller == null ? SYSTEM : caller.getName(), remoteAddress());
    }

    /** Somebody who is not yet, or no longer, known to the current thread. */
    static Caller named(String name) {
        return new Caller(name, remoteAddress());
    }

    private static @Nullable String remoteAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
