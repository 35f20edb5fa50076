package io.plumbline.server.access.token;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.audit.Caller;
import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.database.StoredTime;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.SingleLine;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tokens of programs. Safe for many threads and many servers. */
@Component
class ApiTokens {

    static final int LONGEST_NAME = 100;

    private static final String SELECT =
            "select id, name, prefix, role, expires_at, created_at, created_by, last_used_at from api_token";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, Clock clock, AuditLog audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A token just made, and its text, which nobody will be able to ask for again. */
    record Made(ApiToken token, TokenSecret secret) {}

    /**
     * @param role null: missing
     * @param expiresAt null: never
     * @throws InvalidInput with what is wrong beside each field: {@code name}, {@code role}, {@code expiresAt}
     */
    Made make(String name, @Nullable Role role, @Nullable Instant expiresAt) {
        String known = name.strip();
        FieldErrors errors = new FieldErrors();
        checkName(known, errors);
        if (role == null) {
            errors.add("role", "Is needed.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            errors.add("expiresAt", "Must lie in the future.");
        }
        if (role == null || !errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        TokenSecret secret = TokenSecret.make(random);
        ApiToken token = transaction.execute(_ -> {
            ApiToken added = add(known, role, expiresAt, secret)
                    .orElseThrow(() -> InvalidInput.of("name", "Another token has this name."));
            audit.created(
                    AuditAction.TOKEN_CREATED,
                    target(added),
                    Map.of("role", role.name(), "expiresAt", expiresAt == null ? "never" : expiresAt.toString()));
            return added;
        });
        return new Made(token, secret);
    }

    /** The newest first. */
    List<ApiToken> all() {
        return jdbc.sql(SELECT + " order by id desc").query(ApiTokens::token).list();
    }

    /** From now on it opens nothing. */
    void revoke(int id) {
        transaction.executeWithoutResult(_ -> {
            ApiToken token = jdbc.sql("delete from api_token where id = :id returning *")
                    .param("id", id)
                    .query(ApiTokens::token)
                    .optional()
                    .orElseThrow(() -> new NotFound("There is no token with this id."));
            audit.changed(
                    AuditAction.TOKEN_REVOKED,
                    target(token),
                    Map.of("role", token.role().name()),
                    Map.of());
        });
    }

    /** Whose a text is; empty where it is nobody's, or nobody's any more. Notes that it was used. */
    Optional<ApiToken> find(String text) {
        return TokenSecret.parse(text)
                // How long it takes to compare digests tells nothing of the text that would have the right one.
                .flatMap(secret -> jdbc.sql(SELECT + " where prefix = :prefix and digest = :digest")
                        .param("prefix", secret.prefix())
                        .param("digest", secret.digest())
                        .query(ApiTokens::token)
                        .optional())
                .filter(token -> !token.isExpired(clock.instant()))
                .map(this::used);
    }

    /** Once a minute at most: a program that calls often is not to write as often. */
    private ApiToken used(ApiToken token) {
        jdbc.sql("""
                        update api_token set last_used_at = date_trunc('minute', cast(:now as timestamptz))
                        where id = :id
                          and (last_used_at is null or last_used_at < date_trunc('minute', cast(:now as timestamptz)))""")
                .param("id", Integer.parseInt(token.id()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    private Optional<ApiToken> add(String name, Role role, @Nullable Instant expiresAt, TokenSecret secret) {
        return jdbc.sql("""
                        insert into api_token (name, name_key, prefix, digest, role, expires_at, created_at, created_by)
                        values (:name, :key, :prefix, :digest, :role, :expires, :now, :by)
                        on conflict (name_key) do nothing
                        returning *""")
                .param("name", name)
                .param("key", Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .param("prefix", secret.prefix())
                .param("digest", secret.digest())
                .param("role", role.name())
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().label())
                .query(ApiTokens::token)
                .optional();
    }

    private static void checkName(String name, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.add("name", "Is needed.");
        } else if (name.length() > LONGEST_NAME) {
            errors.add("name", "Must have " + LONGEST_NAME + " characters or fewer.");
        } else if (!SingleLine.is(name)) {
            errors.add("name", SingleLine.REFUSAL);
        }
    }

    private static String target(ApiToken token) {
        return "token " + token.name() + " (" + token.prefix() + "…)";
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("prefix"),
                Role.valueOf(row.getString("role")),
                StoredTime.find(row, "expires_at"),
                StoredTime.get(row, "created_at"),
                row.getString("created_by"),
                StoredTime.find(row, "last_used_at"));
    }
}
