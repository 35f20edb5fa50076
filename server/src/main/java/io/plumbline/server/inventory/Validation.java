package io.plumbline.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory of a connector beside what its source counts.
 *
 * @param findings null where no findings were read
 * @param irregularities what does not fit together within the inventory itself, such as a counter and what it counts; there is
 *     none unless something other than a run has written there
 */
public record Validation(Comparison assets, @Nullable Comparison findings, List<String> irregularities) {

    public Validation {
        irregularities = List.copyOf(irregularities);
    }

    /** Of the worst part. Nothing that fits by chance is called sound while the inventory is not. */
    public Verdict verdict() {
        Verdict verdict = irregularities.isEmpty() ? assets.verdict() : Verdict.UNEXPLAINED;
        return findings == null ? verdict : verdict.or(findings.verdict());
    }
}
