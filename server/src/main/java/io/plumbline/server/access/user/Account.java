package io.plumbline.server.access.user;

import io.plumbline.server.access.audit.Actor;
import io.plumbline.server.access.audit.ActorKind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as a session keeps it. What that user may do is no part of it: it is asked for with
 * every request. Not thread-safe until the credentials are erased, which ends the sign-in.
 */
public final class Account implements UserDetails, CredentialsContainer, Actor {

    private static final long serialVersionUID = 1L;

    private final int id;
    private final String name;
    private final int sessionEpoch;
    private transient @Nullable String passwordHash;

    public Account(User user) {
        this.id = user.id();
        this.name = user.name();
        this.sessionEpoch = user.sessionEpoch();
        this.passwordHash = user.passwordHash();
    }

    @Override
    public ActorKind kind() {
        return ActorKind.USER;
    }

    @Override
    public Integer id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether a session of this account is still one of the user's. */
    public boolean isOf(User user) {
        return user.id() == id && user.sessionEpoch() == sessionEpoch;
    }

    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + name + "]";
    }
}
