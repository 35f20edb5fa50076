package io.plumbline.server.platform.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** CVSS scores as a person reads them. */
public final class Score {

    private Score() {}

    /** With one decimal at least, as is usual: "7.0", "8.95". Null where there is none. */
    public static @Nullable String text(@Nullable BigDecimal score) {
        return score == null ? null : score.setScale(Math.max(1, score.scale())).toPlainString();
    }
}
