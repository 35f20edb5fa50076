package io.plumbline.server.access.audit;

import org.jspecify.annotations.Nullable;

/** Who does something: a user, a program with a token, or the server itself. */
public interface Actor {

    ActorKind kind();

    /** Of the user or token; null: of neither, or the token of the environment. */
    @Nullable
    Integer id();

    /** Of the user or token; else {@code system} or {@code nobody}. */
    String name();

    /** Who it is, where there is room for a few words only. No user can be called as a token is here: names have no brackets. */
    default String label() {
        return kind() == ActorKind.TOKEN ? name() + " (token)" : name();
    }
}
