package io.plumbline.simulator.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vulnerability as the seed has it.
 *
 * @param score CVSS base score, one decimal
 * @param platform what it is found on, null for hosts of any platform
 * @param type OPERATING_SYSTEM, APPLICATION or APPLICATION_AND_OS
 */
record SeededCve(
        String name,
        double score,
        @Nullable Platform platform,
        String type,
        List<String> products,
        LocalDate published,
        String description) {

    /** The word that goes with a CVSS 3 score. */
    static String severity(double score) {
        return score >= 9 ? "CRITICAL" : score >= 7 ? "HIGH" : score >= 4 ? "MEDIUM" : score > 0 ? "LOW" : "NONE";
    }
}
