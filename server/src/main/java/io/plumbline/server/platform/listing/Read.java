package io.plumbline.server.platform.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to read records in the order of a sort, from any place on. */
public sealed interface Read permits CollectedRead, FlatRead, MergedRead, NestedRead {

    /** What it sorts by; the last of them tell one record from another. */
    List<Key> keys();

    /**
     * Selects the keys of the next records, in order.
     *
     * @param after where the last page ended; null: from the beginning
     */
    Statement page(boolean descending, @Nullable Place after, int limit);
}
