package io.plumbline.server.access.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a token is to hold, as a person chooses it. */
public enum TokenLifetime {
    DAYS_30("30 days", 30),
    DAYS_90("90 days", 90),
    YEAR("a year", 365),
    NEVER("until it is revoked", 0);

    private final String label;
    private final int days;

    TokenLifetime(String label, int days) {
        this.label = label;
        this.days = days;
    }

    public String label() {
        return label;
    }

    /** @return null: never ends */
    @Nullable
    Instant from(Instant now) {
        return days == 0 ? null : now.plus(Duration.ofDays(days));
    }
}
