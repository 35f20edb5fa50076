package io.plumbline.connector.api;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a weakness is. The order of the constants is the order of badness, least first; {@link #level} is stored. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final BigDecimal CRITICAL_FROM = new BigDecimal("9.0");
    private static final BigDecimal HIGH_FROM = new BigDecimal("7.0");
    private static final BigDecimal MEDIUM_FROM = new BigDecimal("4.0");

    /** 0 for INFO to 4 for CRITICAL; stored, so it never changes. */
    public int level() {
        return switch (this) {
            case INFO -> 0;
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case CRITICAL -> 4;
        };
    }

    /** @throws IllegalArgumentException for a number that is no level */
    public static Severity ofLevel(int level) {
        for (Severity severity : values()) {
            if (severity.level() == level) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity has level " + level);
    }

    /**
     * The CVSS v3 band of a score; without one the source's word; with neither INFO.
     *
     * @param score above 0, at most 10; null for none. A score outside that range is none
     * @param word for example {@code "CRITICAL"}, in any case; unknown words count as none
     */
    public static Severity of(@Nullable BigDecimal score, @Nullable String word) {
        if (score != null && score.signum() > 0 && score.compareTo(BigDecimal.TEN) <= 0) {
            if (score.compareTo(CRITICAL_FROM) >= 0) {
                return CRITICAL;
            }
            if (score.compareTo(HIGH_FROM) >= 0) {
                return HIGH;
            }
            return score.compareTo(MEDIUM_FROM) >= 0 ? MEDIUM : LOW;
        }
        return switch (word == null ? "" : word.strip().toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> CRITICAL;
            case "HIGH" -> HIGH;
            case "MEDIUM" -> MEDIUM;
            case "LOW" -> LOW;
            default -> INFO;
        };
    }
}
