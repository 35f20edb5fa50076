package io.plumbline.connector.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability as one row of the source reports it, mapped and cleaned: texts are null rather than blank. Several rows may
 * bear one name; the receiver unites them.
 *
 * @param name the CVE id, upper case, or the source's own name; at most 200 bytes of UTF-8
 * @param severityScore above 0, at most 10; no more than two decimals, further ones cut off; null where the source gives none that counts
 * @param vendorSeverity the source's word as it stands
 * @param excluded set aside by a person in the source's console
 * @param evidence what the row's list of affected names proves
 * @param vendorAffectedCount how many affected names the source claims; the list's length where it claims none
 */
public record WeaknessRecord(
        String name,
        Severity severity,
        @Nullable BigDecimal severityScore,
        @Nullable String vendorSeverity,
        @Nullable String description,
        boolean excluded,
        HostEvidence evidence,
        long vendorAffectedCount,
        List<String> affectedProducts,
        @Nullable Instant publishedAt,
        @Nullable BigDecimal exploitabilityScore,
        @Nullable BigDecimal impactScore,
        @Nullable String type) {

    /** What the list of affected names in a row proves. */
    public enum HostEvidence {
        /** Whole: names in it are affected, names not in it are not. */
        COMPLETE,
        /** The source claims more than it lists: names in it are affected, absence proves nothing. */
        ADDS_ONLY,
        /** Missing or no list: proves nothing. */
        NONE
    }
}
