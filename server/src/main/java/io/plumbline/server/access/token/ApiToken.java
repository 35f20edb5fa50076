package io.plumbline.server.access.token;

import io.plumbline.server.access.user.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program, as it can be shown.
 *
 * @param prefix what it begins with, to tell it by
 * @param expiresAt null: never
 * @param lastUsedAt to the minute; null: never yet
 */
public record ApiToken(
        String id,
        String name,
        String prefix,
        Role role,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt) {

    TokenOwner owner() {
        return new TokenOwner(Integer.valueOf(id), name);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
