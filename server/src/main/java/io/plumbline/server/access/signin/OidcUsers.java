package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.Role;
import io.plumbline.server.access.user.User;
import io.plumbline.server.access.user.UserAccounts;
import io.plumbline.server.access.user.UserName;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The users that a provider vouches for. They are known by issuer and subject, which never change hands, and have the role that the
 * provider's claim gives them, anew with each sign-in. Safe for many threads.
 */
@Component
class OidcUsers {

    private final UserAccounts users;

    OidcUsers(UserAccounts users) {
        this.users = users;
    }

    /** @throws SignInRefusedException where the claim gives no role, or the name is another user's or none that is possible */
    User signIn(OidcSettings provider, OidcUser told) {
        Role role = provider.roleFor(values(told.getClaim(provider.claim())))
                .orElseThrow(() -> new SignInRefusedException(
                        SignInTrouble.NO_ROLE,
                        "the claim " + provider.claim() + " of " + told.getSubject() + " gives no role"));
        return users.vouchedFor(provider.issuer() + " " + told.getSubject(), role, () -> name(told))
                .orElseThrow(() -> new SignInRefusedException(
                        SignInTrouble.NAME_TAKEN,
                        "there is a user named " + name(told) + " already, whom the provider does not vouch for"));
    }

    /** What people call themselves, where that can be a name here; else the subject. */
    private static String name(OidcUser told) {
        return Stream.of(told.getPreferredUsername(), told.getEmail(), told.getSubject())
                .filter(Objects::nonNull)
                .map(UserName::clean)
                .filter(OidcUsers::isName)
                .findFirst()
                .orElseThrow(() -> new SignInRefusedException(
                        SignInTrouble.NO_NAME, "none of the names in the provider's claims can be a name here"));
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
