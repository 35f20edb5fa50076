package io.plumbline.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The program that a token stands for.
 *
 * @param id of the token; null: the one of the environment
 */
record TokenOwner(@Nullable Integer id, String name) implements AuthenticatedPrincipal {

    /** As it is shown where somebody else's name could stand too. */
    @Override
    public String getName() {
        return id == null ? name : "token " + name;
    }
}
