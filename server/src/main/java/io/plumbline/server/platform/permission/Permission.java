package io.plumbline.server.platform.permission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What a call or a page can ask of whoever calls it. A caller holds a permission as the authority of its name. */
public enum Permission {
    /** To look at everything but settings of the installation, and to export it. */
    READ,
    /** To set running what reads a source: syncs and their cancelling. */
    OPERATE,
    /** To change connectors, to lift the guard, to manage users, tokens and settings, to read the audit log. */
    ADMINISTER,
    /** To change what is the caller's own, such as a password. Tokens of programs do not have it. */
    OWN_ACCOUNT;

    /** @return empty for nobody */
    public static Set<Permission> of(Authentication caller) {
        Set<String> authorities = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        Set<Permission> held = EnumSet.noneOf(Permission.class);
        Arrays.stream(values())
                .filter(permission -> authorities.contains(permission.name()))
                .forEach(held::add);
        return held;
    }
}
