package io.plumbline.server.access.user;

import io.plumbline.server.access.audit.ActorKind;
import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done to users, by an Administrator or by the provider that vouches for them. There is always one Administrator who signs
 * in with a password: a provider that is down, or that gives nobody that role any more, locks nobody out. Safe for many threads.
 */
@Component
public class UserAccounts {

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
        NewPassword.check("password", password, known, errors);
        refuse(errors);
        String hash = hash(password);
        transaction.executeWithoutResult(_ -> {
            if (!users.add(known, hash, role)) {
                throw InvalidInput.of("name", "Another user has this name.");
            }
            audit.created(AuditAction.USER_CREATED, target(known), Map.of("role", role.name()));
        });
    }

    /**
     * @throws Conflict where nobody would be left to administer
     * @throws InvalidInput where a provider says which role the user has
     */
    void changeRole(int id, Role role) {
        transaction.executeWithoutResult(_ -> {
            User user = locked(id);
            if (user.isExternal()) {
                throw InvalidInput.of("role", "Comes from the provider that this user signs in with.");
            }
            if (user.role() != role) {
                refuseToLose(user);
                changeRole(Caller.current(), user, role);
            }
        });
    }

    /**
     * A provider vouches for somebody, who is thereby a user here, with the role that the provider says.
     *
     * @param subject by which the provider knows the user, for good
     * @param name asked for where the user is new here
     * @return empty where that is another user's name
     */
    public Optional<User> vouchedFor(String subject, Role role, Supplier<String> name) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            users.lockAll();
            Optional<User> known = users.findBySubject(subject).or(() -> addExternal(subject, role, name.get()));
            known.filter(user -> user.role() != role).ifPresent(user -> changeRole(Caller.of(user), user, role));
            return known.flatMap(user -> users.find(user.id()));
        }));
    }

    /** Whoever finds a browser signed in must not get more of it than that browser. */
    static boolean isCaller(int user) {
        Caller caller = Caller.current();
        return caller.kind() == ActorKind.USER && Integer.valueOf(user).equals(caller.id());
    }

    private Optional<User> addExternal(String subject, Role role, String name) {
        if (!users.addExternal(name, subject, role)) {
            return Optional.empty();
        }
        User added = users.findBySubject(subject).orElseThrow();
        audit.changed(
                Caller.of(added),
                AuditAction.USER_CREATED,
                target(name),
                Map.of(),
                Map.of("role", role.name(), "subject", subject));
        return Optional.of(added);
    }

    private void changeRole(Caller caller, User user, Role role) {
        users.changeRole(user.id(), role);
        audit.changed(
                caller,
                AuditAction.USER_CHANGED,
                target(user.name()),
                Map.of("role", user.role().name()),
                Map.of("role", role.name()));
    }

    /** @throws InvalidInput with what is wrong beside {@code password}, such as that the user has none here, or is who asks */
    void resetPassword(int id, String password) {
        Optional<User> asked = users.find(id);
        if (asked.filter(User::isExternal).isPresent()) {
            throw InvalidInput.of("password", "There is none here: the user signs in with the provider.");
        }
        if (isCaller(id)) {
            throw InvalidInput.of("password", "Is your own: change it under Settings, with the one you have.");
        }
        FieldErrors errors = new FieldErrors();
        NewPassword.check("password", password, asked.map(User::name).orElse(""), errors);
        refuse(errors);
        String hash = hash(password);
        User changed = transaction.execute(_ -> {
            User user = locked(id);
            Optional<User> _ = users.changePassword(user, hash);
            audit.done(AuditAction.PASSWORD_CHANGED, target(user.name()));
            return user;
        });
        sessions.endAll(changed.name());
    }

    /** @throws Conflict where nobody would be left to administer */
    void delete(int id) {
        User deleted = transaction.execute(_ -> {
            User user = locked(id);
            refuseToLose(user);
            users.delete(id);
            audit.changed(
                    AuditAction.USER_DELETED,
                    target(user.name()),
                    Map.of("role", user.role().name()),
                    Map.of());
            return user;
        });
        sessions.endAll(deleted.name());
    }

    /** No other change of users comes between a look at them and what follows from it. */
    private User locked(int id) {
        users.lockAll();
        return users.find(id).orElseThrow(() -> new NotFound("There is no user with this id."));
    }

    private void refuseToLose(User user) {
        if (user.role() == Role.ADMINISTRATOR && !user.isExternal() && users.administratorsWithPassword() == 1) {
            throw new Conflict("This is the only Administrator with a password: make somebody else one first.");
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
