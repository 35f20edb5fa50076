package io.plumbline.server.access;

import io.plumbline.server.access.UserStore.User;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** A user gives themselves another password. Safe for many threads. */
@Component
class PasswordChange {

    private final UserStore users;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    PasswordChange(
            UserStore users, PasswordEncoder passwords, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** What the form sends. */
    record Wish(String current, String next, String repeated) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /**
     * Changes the password and ends every other session of the user: whoever else is signed in with the old one is out.
     *
     * @param keptSession the id of the session that goes on
     * @return what is wrong, by field; empty: it is done
     */
    FieldErrors change(String userName, Wish wish, String keptSession) {
        FieldErrors errors = check(wish);
        Optional<User> user = users.find(userName);
        // Hashing is dear: nothing is compared for a form that cannot be taken anyway.
        if (errors.isEmpty()
                && user.filter(known -> passwords.matches(wish.current(), known.passwordHash()))
                        .isEmpty()) {
            errors.add("current", "Is not your password.");
        }
        if (!errors.isEmpty() || user.isEmpty()) {
            return errors;
        }
        String hash = Objects.requireNonNull(passwords.encode(wish.next()));
        if (!users.changePassword(user.get(), hash)) {
            errors.add("current", "Has been changed meanwhile.");
            return errors;
        }
        endOtherSessions(user.get().name(), keptSession);
        return errors;
    }

    private static FieldErrors check(Wish wish) {
        FieldErrors errors = new FieldErrors();
        if (wish.current().isEmpty()) {
            errors.add("current", "Is needed.");
        }
        if (NewPassword.isTooShort(wish.next())) {
            errors.add("next", "Must have " + NewPassword.SHORTEST + " characters or more.");
        } else if (wish.next().length() > NewPassword.LONGEST) {
            errors.add("next", "Must have " + NewPassword.LONGEST + " characters or fewer.");
        } else if (wish.next().equals(wish.current())) {
            errors.add("next", "Must be another one than now.");
        }
        if (!wish.next().equals(wish.repeated())) {
            errors.add("repeated", "Is not the same as the new password.");
        }
        return errors;
    }

    private void endOtherSessions(String userName, String keptSession) {
        sessions.findByPrincipalName(userName).keySet().stream()
                .filter(id -> !id.equals(keptSession))
                .forEach(sessions::deleteById);
    }
}
