package io.plumbline.server.access.user;

import io.plumbline.server.platform.database.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users as stored. Names are told apart without regard to case. */
@Component
public class UserStore {

    private static final String SELECT = "select id, name, password_hash, role, session_epoch from users";

    private final JdbcClient jdbc;
    private final Clock clock;

    UserStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param signedInAt for the last time; null: never yet
     * @param sessions in how many places now
     */
    record Listed(User user, Instant createdAt, @Nullable Instant signedInAt, int sessions) {}

    /** Nobody bears a name with a control character; the database would fail on one of them instead of finding nothing. */
    public Optional<User> find(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + " where name_key = :key")
                .param("key", key(name))
                .query(UserStore::user)
                .optional();
    }

    public Optional<User> find(int id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(UserStore::user)
                .optional();
    }

    /** @param subject issuer and subject */
    Optional<User> findBySubject(String subject) {
        return jdbc.sql(SELECT + " where subject = :subject")
                .param("subject", subject)
                .query(UserStore::user)
                .optional();
    }

    /**
     * A user without a password, whom a provider vouches for.
     *
     * @return false where the name is taken
     */
    boolean addExternal(String name, String subject, Role role) {
        return jdbc.sql("""
                        insert into users (name, name_key, subject, role, created_at)
                        values (:name, :key, :subject, :role, :at)
                        on conflict (name_key) do nothing""")
                        .param("name", name)
                        .param("key", key(name))
                        .param("subject", subject)
                        .param("role", role.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** In the order of their names, each with how often they are signed in now. */
    List<Listed> all() {
        return jdbc.sql("""
                        select u.id, u.name, u.password_hash, u.role, u.session_epoch, u.created_at, u.signed_in_at,
                               (select count(*) from spring_session s where s.principal_name = u.name) as sessions
                        from users u
                        order by u.name_key""")
                .query((row, number) -> new Listed(
                        user(row, number),
                        StoredTime.get(row, "created_at"),
                        StoredTime.find(row, "signed_in_at"),
                        row.getInt("sessions")))
                .list();
    }

    /** Until the end of the transaction nobody else changes users. */
    void lockAll() {
        jdbc.sql("lock table users in share row exclusive mode").update();
    }

    /**
     * Names of the API tokens that a user has made and that still open something. Of a token only the maker's name is kept: those that
     * are older than the user were made by another of that name, who has gone.
     */
    List<String> tokensMadeBy(User user, Instant now) {
        return jdbc.sql("""
                        select name from api_token
                        where created_by = :by and (expires_at is null or expires_at > :now)
                          and created_at >= (select created_at from users where id = :id)
                        order by name_key""")
                .param("id", user.id())
                .param("by", user.label())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .list();
    }

    int administratorsWithPassword() {
        return jdbc.sql("select count(*) from users where role = 'ADMINISTRATOR' and password_hash is not null")
                .query(Integer.class)
                .single();
    }

    void changeRole(int id, Role role) {
        jdbc.sql("update users set role = :role where id = :id")
                .param("role", role.name())
                .param("id", id)
                .update();
    }

    public void endSessions(int id) {
        jdbc.sql("update users set session_epoch = session_epoch + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void delete(int id) {
        jdbc.sql("delete from users where id = :id").param("id", id).update();
    }

    public void signedIn(int id) {
        jdbc.sql("update users set signed_in_at = :at where id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
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

    /**
     * Ends all sessions of the user, too.
     *
     * @return as from here on; empty where the password has been changed since the user was read
     */
    public Optional<User> changePassword(User user, String passwordHash) {
        return jdbc.sql("""
                        update users set password_hash = :hash, session_epoch = session_epoch + 1
                        where id = :id and password_hash is not distinct from :before
                        returning id, name, password_hash, role, session_epoch""")
                .param("hash", passwordHash)
                .param("id", user.id())
                .param("before", user.passwordHash())
                .query(UserStore::user)
                .optional();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getInt("id"),
                row.getString("name"),
                row.getString("password_hash"),
                Role.valueOf(row.getString("role")),
                row.getInt("session_epoch"));
    }

    /** Names are told apart without regard to case. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
