package io.plumbline.server.access;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users as stored. Names are told apart without regard to case. */
@Component
class UserStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UserStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record User(int id, String name, String passwordHash, Role role) {

        @Override
        public String toString() {
            return "User[id=%d, name=%s, role=%s]".formatted(id, name, role);
        }
    }

    /** Nobody bears a name with a control character; the database would fail on one of them instead of finding nothing. */
    Optional<User> find(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return jdbc.sql("select id, name, password_hash, role from users where name_key = :key")
                .param("key", key(name))
                .query((row, _) -> new User(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        Role.valueOf(row.getString("role"))))
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from users)")
                .query(Boolean.class)
                .single();
    }

    /** @return false where the name is taken, such as by another node that starts at the same time */
    boolean add(String name, String passwordHash, Role role) {
        return jdbc.sql("""
                        insert into users (name, name_key, password_hash, role, created_at)
                        values (:name, :key, :hash, :role, :at)
                        on conflict do nothing""")
                        .param("name", name)
                        .param("key", key(name))
                        .param("hash", passwordHash)
                        .param("role", role.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return false where the password has been changed since the user was read */
    boolean changePassword(User user, String passwordHash) {
        return jdbc.sql("update users set password_hash = :hash where id = :id and password_hash = :before")
                        .param("hash", passwordHash)
                        .param("id", user.id())
                        .param("before", user.passwordHash())
                        .update()
                == 1;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
