package io.plumbline.server.access.user;

import io.plumbline.server.platform.permission.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do; each may all that the ones before it may. */
public enum Role {
    VIEWER("looks at everything and exports it"),
    ANALYST("also starts and cancels syncs"),
    ADMINISTRATOR("also changes connectors, users, tokens and settings");

    private static final String PREFIX = "ROLE_";

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    private Set<Permission> permissions() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Permission.READ);
            case ANALYST -> EnumSet.of(Permission.READ, Permission.OPERATE);
            case ADMINISTRATOR -> EnumSet.of(Permission.READ, Permission.OPERATE, Permission.ADMINISTER);
        };
    }

    /** That of somebody signed in, or of a program; empty: of nobody. */
    public static Optional<Role> of(Authentication caller) {
        Set<String> held = AuthorityUtils.authorityListToSet(caller.getAuthorities());
        return Arrays.stream(values())
                .filter(role -> held.contains(PREFIX + role.name()))
                .findFirst();
    }

    /** What a person reads, such as "Administrator". */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** What it allows beyond the role before it, such as "also starts and cancels syncs". */
    public String meaning() {
        return meaning;
    }

    /** Of a program with this role. */
    public Collection<GrantedAuthority> ofTokens() {
        return authorities(permissions().stream());
    }

    /** Of a person with this role, who also has an account. */
    public Collection<GrantedAuthority> ofPeople() {
        return authorities(Stream.concat(permissions().stream(), Stream.of(Permission.OWN_ACCOUNT)));
    }

    private Collection<GrantedAuthority> authorities(Stream<Permission> held) {
        return Stream.concat(Stream.of(PREFIX + name()), held.map(Permission::name))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
