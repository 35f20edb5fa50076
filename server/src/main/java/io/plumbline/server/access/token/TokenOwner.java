package io.plumbline.server.access.token;

import io.plumbline.server.access.audit.Actor;
import io.plumbline.server.access.audit.ActorKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The program that a token stands for.
 *
 * @param id of the token; null: the one of the environment
 */
record TokenOwner(@Nullable Integer id, String name) implements AuthenticatedPrincipal, Actor {

    @Override
    public ActorKind kind() {
        return ActorKind.TOKEN;
    }

    @Override
    public String getName() {
        return label();
    }
}
