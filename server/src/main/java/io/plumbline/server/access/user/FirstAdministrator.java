package io.plumbline.server.access.user;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody in: while there are no users, {@code admin} is made, with the password of {@code PLUMBLINE_ADMIN_PASSWORD} or one
 * that is printed once, on standard output and never to a log.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final String NAME = "admin";
    private static final String VARIABLE = "PLUMBLINE_ADMIN_PASSWORD";
    private static final int MADE_BYTES = 18;

    private final UserStore users;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Optional<String> given;

    FirstAdministrator(
            UserStore users,
            PasswordEncoder passwords,
            AuditLog audit,
            TransactionTemplate transaction,
            Settings settings) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.given = settings.find(VARIABLE);
        given.filter(NewPassword::isTooShort).ifPresent(_ -> {
            throw new StartRefusedException(
                    VARIABLE + " is shorter than " + NewPassword.SHORTEST + " characters.",
                    "Set a longer one, or leave it out and have one made.");
        });
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.isEmpty()) {
            return;
        }
        String password = given.orElseGet(FirstAdministrator::make);
        if (add(Objects.requireNonNull(passwords.encode(password))) && given.isEmpty()) {
            System.out.println("Sign in as " + NAME + " with the password " + password + " (shown this once only)");
        }
    }

    /** @return false where another node that starts at the same time has done so */
    private boolean add(String hash) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean added = users.add(NAME, hash, Role.ADMINISTRATOR);
            if (added) {
                audit.created(AuditAction.USER_CREATED, "user " + NAME, Map.of("role", Role.ADMINISTRATOR.name()));
            }
            return added;
        }));
    }

    private static String make() {
        byte[] random = new byte[MADE_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
