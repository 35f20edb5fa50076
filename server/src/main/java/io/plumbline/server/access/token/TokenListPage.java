package io.plumbline.server.access.token;

import io.plumbline.server.access.user.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tokens, and the form for one more.
 *
 * @param revoked whether one has just been revoked
 * @param made the text of the one just made, shown this once; null: none
 */
public record TokenListPage(
        List<Row> tokens,
        boolean revoked,
        @Nullable String madeName,
        @Nullable String made,
        Entered entered) {

    public record Row(ApiToken token, boolean expired) {}

    /** What somebody has entered that could not be taken. */
    public record Entered(String name, @Nullable Role role, TokenLifetime lifetime, Map<String, String> errors) {

        static final Entered NOTHING = new Entered("", null, TokenLifetime.DAYS_90, Map.of());

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    static TokenListPage of(
            List<ApiToken> tokens, Instant now, boolean revoked, ApiTokens.@Nullable Made made, Entered entered) {
        return new TokenListPage(
                tokens.stream()
                        .map(token -> new Row(token, token.isExpired(now)))
                        .toList(),
                revoked,
                made == null ? null : made.token().name(),
                made == null ? null : made.secret().text(),
                entered);
    }
}
