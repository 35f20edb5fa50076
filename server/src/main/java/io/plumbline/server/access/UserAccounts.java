package io.plumbline.server.access;

import io.plumbline.server.access.UserStore.User;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator does to users. There is always one Administrator left. Safe for many threads.
 */
@Component
class UserAccounts {

    private final UserStore users;
    private final PasswordEncoder passwords;
    private final UserSessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    UserAccounts(
            UserStore users,
            PasswordEncoder passwords,
            UserSessions sessions,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws InvalidInput with what is wrong beside each field: {@code name}, {@code password} */
    void create(String name, Role role, String password) {
        String known = UserName.clean(name);
        FieldErrors errors = new FieldErrors();
        UserName.check(known, errors);
        NewPassword.check("password", password, errors);
        refuse(errors);
        String hash = hash(password);
        transaction.executeWithoutResult(_ -> {
            if (!users.add(known, hash, role)) {
                throw InvalidInput.of("name", "Another user has this name.");
            }
            audit.created(AuditAction.USER_CREATED, target(known), Map.of("role", role.name()));
        });
    }

    /** @throws Conflict where nobody would be left to administer */
    void changeRole(int id, Role role) {
        transaction.executeWithoutResult(_ -> {
            User user = locked(id);
            if (user.role() == role) {
                return;
            }
            refuseToLose(user);
            users.changeRole(id, role);
            audit.changed(
                    AuditAction.USER_CHANGED,
                    target(user.name()),
                    Map.of("role", user.role().name()),
                    Map.of("role", role.name()));
        });
    }

    /** @throws InvalidInput with what is wrong beside {@code password} */
    void resetPassword(int id, String password) {
        FieldErrors errors = new FieldErrors();
        NewPassword.check("password", password, errors);
        refuse(errors);
        String hash = hash(password);
        transaction.executeWithoutResult(_ -> {
            User user = locked(id);
            boolean _ = users.changePassword(user, hash);
            sessions.endAll(user.name());
            audit.add(AuditAction.PASSWORD_CHANGED, target(user.name()));
        });
    }

    /** @throws Conflict where nobody would be left to administer */
    void delete(int id) {
        transaction.executeWithoutResult(_ -> {
            User user = locked(id);
            refuseToLose(user);
            users.delete(id);
            sessions.endAll(user.name());
            audit.changed(
                    AuditAction.USER_DELETED,
                    target(user.name()),
                    Map.of("role", user.role().name()),
                    Map.of());
        });
    }

    /** No other change of users comes between a look at them and what follows from it. */
    private User locked(int id) {
        users.lockAll();
        return users.find(id).orElseThrow(() -> new NotFound("There is no user with this id."));
    }

    private void refuseToLose(User user) {
        if (user.role() == Role.ADMINISTRATOR && users.administrators() == 1) {
            throw new Conflict("This is the only Administrator: make somebody else one first.");
        }
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static void refuse(FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static String target(String name) {
        return "user " + name;
    }
}
