package io.plumbline.server.access.user;

import io.plumbline.server.access.audit.Actor;
import io.plumbline.server.access.audit.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param passwordHash null: a provider vouches for the user, who has no password here
 * @param sessionEpoch counts up where all sessions that began before are void
 */
public record User(Integer id, String name, @Nullable String passwordHash, Role role, int sessionEpoch)
        implements Actor {

    /** Whether a provider vouches for the user. */
    public boolean isExternal() {
        return passwordHash == null;
    }

    @Override
    public ActorKind kind() {
        return ActorKind.USER;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "User[id=%d, name=%s, role=%s]".formatted(id, name, role);
    }
}
