package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.AssetRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One window of the endpoints in the order of their ids.
 *
 * @param from the offset of its first row
 * @param rows rows in the reply, unmappable ones included
 * @param total what the vendor counts in all; not every tenant says
 */
record EndpointWindow(long from, int rows, List<AssetRecord> assets, OptionalLong total) {

    /** As many rows as the vendor gives at once; a larger span is refused with a 500. */
    static final int SIZE = 100;

    /** One row of overlap shows whether two windows meet. */
    static final int STEP = SIZE - 1;

    /** Where the next window begins; valid only for a window that is not the last. */
    long next() {
        return from + Math.max(1, Math.min(rows - 1, STEP));
    }

    /** Where the window begins that is read again when the next one does not meet this one. */
    long back() {
        return Math.max(0, from - STEP);
    }

    /** A short window is the last one, unless the vendor's own count says that more follow. */
    boolean isLast() {
        return rows == 0 || (rows < SIZE && from + rows >= total.orElse(0));
    }

    /** Nothing where the vendor counts more rows than it is willing to give. */
    boolean endsShort() {
        return rows == 0 && from < total.orElse(0);
    }

    /**
     * Whether no endpoint can hide between this window and the next: they share a row, or the next begins before this one ends.
     * Rows move up when an endpoint before them is removed in the meantime.
     */
    boolean meets(EndpointWindow next) {
        if (next.rows == 0) {
            return false; // even the shared row has gone
        }
        if (assets.isEmpty() || next.assets.isEmpty()) {
            return true; // rows without identity: nothing to compare, and absence proves nothing anyway
        }
        String last = assets.getLast().externalId();
        return next.assets.getFirst().externalId().compareTo(last) <= 0
                || next.ids().contains(last);
    }

    /** How many of its assets another window did not hold. */
    long newTo(Collection<String> known) {
        return assets.stream()
                .filter(asset -> !known.contains(asset.externalId()))
                .count();
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        assets.forEach(asset -> ids.add(asset.externalId()));
        return ids;
    }
}
