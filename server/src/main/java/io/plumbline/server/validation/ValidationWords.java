package io.plumbline.server.validation;

import io.plumbline.server.inventory.DifferenceReason;
import io.plumbline.server.inventory.Verdict;

/** How verdicts and reasons are told to people. */
final class ValidationWords {

    private ValidationWords() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case MATCHES -> "Matches";
            case EXPLAINED -> "Explained";
            case UNEXPLAINED -> "Unexplained";
        };
    }

    /** The kind of its mark, as states have them. */
    static String kind(Verdict verdict) {
        return switch (verdict) {
            case MATCHES, EXPLAINED -> "succeeded";
            case UNEXPLAINED -> "failed";
        };
    }

    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case MATCHES -> "The vendor counts exactly what is in the inventory.";
            case EXPLAINED -> "The vendor's numbers are others, and every single difference has its reason.";
            case UNEXPLAINED ->
                "Something differs that no rule accounts for. Sync once more; if it stays, report it with the log of that sync.";
        };
    }

    /** @param more whether the vendor counts more */
    static String of(DifferenceReason reason, boolean more) {
        return switch (reason) {
            case ARCHIVED_NOT_RETURNED -> "archived here, because a sync did not get them; the vendor has them again";
            case ARCHIVED_RETENTION -> "archived here, because they were last seen too long ago";
            case ARCHIVED_VENDOR_STATUS -> "archived here, because of their status at the vendor";
            case ARCHIVED_FILTERED -> "archived here, because the filters leave them out";
            case SAME_NAME -> "listed more than once under one name; here that is one finding";
            case UNMATCHED -> "on names that no asset bears";
            case ON_ARCHIVED -> "on names that only archived assets bear";
            case EXCLUDED -> "of weaknesses that the vendor has excluded";
            case FILTERED -> "left out by the filters";
            case DROPPED_ROW ->
                more
                        ? "in rows that could not be read"
                        : "kept here, because a row that could not be read may have named them";
            case VENDOR_COUNT_DIFFERS_FROM_LIST ->
                more
                        ? "counted by the vendor, but not listed"
                        : "listed by the vendor, or kept because its list was not whole, but not counted";
            case CHANGED_SINCE ->
                more ? "new or back at the vendor since the last sync" : "gone at the vendor since the last sync";
        };
    }
}
