package io.plumbline.connector.cortexxdr.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads CVSS scores, which come as numbers or text. */
public final class Scores {

    private static final int DECIMALS = 2;

    /** A number of more digits is no score, and arithmetic on its exponent could take for ever. */
    private static final int MOST_DIGITS = 30;

    private Scores() {}

    /** A score from 0 to 10, further decimals than two cut off; empty for anything else. */
    public static Optional<BigDecimal> of(JsonNode node) {
        String text = node.isNumber() || node.isString() ? node.asString("").strip() : "";
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal score = new BigDecimal(text);
            boolean inRange = Math.abs((long) score.scale()) <= MOST_DIGITS
                    && score.signum() >= 0
                    && score.compareTo(BigDecimal.TEN) <= 0;
            return inRange ? Optional.of(score.setScale(DECIMALS, RoundingMode.DOWN)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** As {@link #of}, with 0 read as "not scored". */
    public static Optional<BigDecimal> positive(JsonNode node) {
        return of(node).filter(score -> score.signum() > 0);
    }
}
