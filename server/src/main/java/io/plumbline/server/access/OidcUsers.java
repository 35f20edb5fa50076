package io.plumbline.server.access;

import io.plumbline.server.access.UserStore.User;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The users that a provider vouches for. They are known by issuer and subject, which never change hands, and have the role that the
 * provider's claim gives them, anew with each sign-in. Safe for many threads.
 */
@Component
class OidcUsers {

    private final UserStore users;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OidcUsers(UserStore users, AuditLog audit, TransactionTemplate transaction) {
        this.users = users;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws NoRoleException where the claim gives no role, or the name is another user's */
    User signIn(OidcSettings provider, OidcUser told) {
        String subject = provider.issuer() + " " + told.getSubject();
        Role role = provider.roleFor(values(told.getClaim(provider.claim())))
                .orElseThrow(() -> new NoRoleException(
                        "the claim " + provider.claim() + " of " + told.getSubject() + " gives no role"));
        return Objects.requireNonNull(transaction.execute(_ -> {
            users.lockAll();
            Optional<User> known = users.findBySubject(subject);
            if (known.isEmpty()) {
                return add(subject, name(told), role);
            }
            if (known.get().role() != role) {
                users.changeRole(known.get().id(), role);
                audit.changed(
                        Caller.named(known.get().name()),
                        AuditAction.USER_CHANGED,
                        "user " + known.get().name(),
                        Map.of("role", known.get().role().name()),
                        Map.of("role", role.name()));
            }
            return users.find(known.get().id()).orElseThrow();
        }));
    }

    private User add(String subject, String name, Role role) {
        if (!users.addExternal(name, subject, role)) {
            throw new NoRoleException(
                    "there is a user named " + name + " already, whom the provider does not vouch for");
        }
        audit.changed(
                Caller.named(name),
                AuditAction.USER_CREATED,
                "user " + name,
                Map.of(),
                Map.of("role", role.name(), "subject", subject));
        return users.findBySubject(subject).orElseThrow();
    }

    /** What people call themselves, where that can be a name here; else the subject. */
    private static String name(OidcUser told) {
        return Stream.of(told.getPreferredUsername(), told.getEmail(), told.getSubject())
                .filter(Objects::nonNull)
                .map(UserName::clean)
                .filter(OidcUsers::isName)
                .findFirst()
                .orElseThrow(() -> new NoRoleException("the provider tells no name that a user can have here"));
    }

    private static boolean isName(String name) {
        FieldErrors errors = new FieldErrors();
        UserName.check(name, errors);
        return errors.isEmpty();
    }

    /** A claim may hold one value or several. */
    private static List<String> values(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString());
        };
    }
}
