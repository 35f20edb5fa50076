package io.plumbline.server.access.signin;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.access.user.NewPassword;
import io.plumbline.server.access.user.User;
import io.plumbline.server.access.user.UserSessions;
import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.TooMany;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A user gives themselves another password. Safe for many threads. */
@Component
class PasswordChange {

    private final UserStore users;
    private final PasswordEncoder passwords;
    private final UserSessions sessions;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PasswordChange(
            UserStore users,
            PasswordEncoder passwords,
            UserSessions sessions,
            SignInThrottle throttle,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What the form sends. */
    record Wish(String current, String next, String repeated) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** What becomes of a wish. */
    sealed interface Outcome {

        /** @param user as from here on: no session from before is this user's any more */
        record Changed(User user) implements Outcome {}

        /** @param errors by field, at least one */
        record Refused(FieldErrors errors) implements Outcome {}
    }

    /**
     * Changes the password and ends every session of the user: whoever is signed in with the old one is out. Who is signed in may
     * not guess without end either, for the session may be a stolen one.
     */
    Outcome change(String userName, Wish wish) {
        FieldErrors errors = check(wish, userName);
        Optional<User> user = users.find(userName);
        if (user.filter(User::isExternal).isPresent()) {
            errors.add("current", "You have none here: you sign in with the provider of your organisation.");
        }
        // Hashing is dear: nothing is compared for a form that cannot be taken anyway.
        if (errors.isEmpty()) {
            compare(user, wish, errors);
        }
        if (!errors.isEmpty() || user.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        String hash = Objects.requireNonNull(passwords.encode(wish.next()));
        Optional<User> changed = Objects.requireNonNull(transaction.execute(_ -> {
            Optional<User> now = users.changePassword(user.get(), hash);
            now.ifPresent(_ -> audit.done(AuditAction.PASSWORD_CHANGED, ""));
            return now;
        }));
        if (changed.isPresent()) {
            sessions.endAll(changed.get().name());
            return new Outcome.Changed(changed.get());
        }
        errors.add("current", "Has been changed meanwhile.");
        return new Outcome.Refused(errors);
    }

    private void compare(Optional<User> user, Wish wish, FieldErrors errors) {
        if (user.isEmpty()) {
            errors.add("current", "There is no such user any more.");
        } else if (!throttle.admitChange(user.get().id())) {
            errors.add(
                    "current",
                    SignInTrouble.TOO_MANY_TRIES.sentence()
                            + " If it was not you, sign out everywhere (Settings) first.");
            if (throttle.mayNoteChange(user.get().id())) {
                audit.note(Caller.current(), AuditAction.PASSWORD_CHANGE_TURNED_AWAY, "");
            }
        } else if (isRight(user.get(), wish.current())) {
            throttle.takeBackChange(user.get().id());
        } else {
            errors.add("current", "Is not your password.");
            audit.note(Caller.current(), AuditAction.PASSWORD_CHANGE_FAILED, "");
        }
    }

    private boolean isRight(User user, String password) {
        try {
            return user.passwordHash() != null && passwords.matches(password, user.passwordHash());
        } catch (TooMany busy) {
            throttle.takeBackChange(user.id());
            throw busy;
        }
    }

    private static FieldErrors check(Wish wish, String userName) {
        FieldErrors errors = new FieldErrors();
        if (wish.current().isEmpty()) {
            errors.add("current", "Is needed.");
        }
        NewPassword.check("next", wish.next(), userName, errors);
        if (wish.next().equals(wish.current())) {
            errors.add("next", "Must be another one than now.");
        }
        if (!wish.next().equals(wish.repeated())) {
            errors.add("repeated", "Is not the same as the new password.");
        }
        return errors;
    }
}
