package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.api.AssetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One window of the endpoints in the order of their ids.
 *
 * @param from the offset of its first row
 * @param rows every row of the reply, those that had to be dropped included
 * @param total what the vendor counts in all; not every tenant says
 */
record EndpointWindow(long from, List<Row> rows, OptionalLong total) {

    /**
     * @param id null where the row has none
     * @param asset null where the row has no id or cannot be stored
     */
    record Row(@Nullable String id, @Nullable AssetRecord asset) {

        boolean dropped() {
            return asset == null;
        }
    }

    /** As many rows as the vendor gives at once; a larger span is refused with a 500. */
    static final int SIZE = 100;

    /** One row of overlap shows whether two windows meet. */
    static final int STEP = SIZE - 1;

    /** Where the next window begins; valid only for a window that is not the last. */
    long next() {
        return from + Math.max(1, Math.min(size() - 1, STEP));
    }

    /** Where the window begins that is read again when the next one does not meet this one. */
    long back() {
        return Math.max(0, from - STEP);
    }

    /** A short window is the last one, unless the vendor's own count says that more follow. */
    boolean isLast() {
        return rows.isEmpty() || (size() < SIZE && end() >= total.orElse(0));
    }

    /** Nothing where the vendor counts more rows than it is willing to give. */
    boolean endsShort() {
        return rows.isEmpty() && from < total.orElse(0);
    }

    /**
     * Whether no endpoint can hide between this window and the next: they share a row, or the next begins before this one ends.
     * Rows move up when an endpoint before them is removed in the meantime.
     */
    boolean meets(EndpointWindow next) {
        if (next.rows.isEmpty()) {
            return false; // even the shared row has gone
        }
        String last = rows.getLast().id();
        String first = next.rows.getFirst().id();
        if (last == null || first == null) {
            return true; // nothing to compare, and with a row dropped absence proves nothing anyway
        }
        return first.compareTo(last) <= 0 || next.ids().contains(last);
    }

    /**
     * The rows that no window before this one held: windows overlap, and some are read again.
     *
     * @param lastId the last id before; the order is by id
     * @param end where the windows before ended, which is all that a row without an id can be told by
     */
    List<Row> beyond(String lastId, long end) {
        List<Row> fresh = new ArrayList<>(size());
        for (int row = 0; row < size(); row++) {
            String id = rows.get(row).id();
            if (id == null ? from + row >= end : id.compareTo(lastId) > 0) {
                fresh.add(rows.get(row));
            }
        }
        return fresh;
    }

    /** The offset behind its last row. */
    long end() {
        return from + size();
    }

    Set<String> ids() {
        return rows.stream().flatMap(row -> Stream.ofNullable(row.id())).collect(Collectors.toSet());
    }

    private int size() {
        return rows.size();
    }
}
