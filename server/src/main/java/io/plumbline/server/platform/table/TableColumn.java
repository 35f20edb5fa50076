package io.plumbline.server.platform.table;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list's page.
 *
 * @param key in the address
 * @param label its heading
 * @param sort the list's sort by it; null where there is none
 * @param greatestFirst which way the first click sorts
 * @param shown on which pages, unless the reader chooses others
 * @param cell from a record
 */
public record TableColumn<T>(
        String key,
        String label,
        @Nullable String sort,
        boolean greatestFirst,
        Predicate<Address> shown,
        Function<T, Cell> cell) {

    public static <T> TableColumn<T> of(String key, String label, Function<T, Cell> cell) {
        return new TableColumn<>(key, label, null, false, _ -> true, cell);
    }

    /** Sorts by the list's sort of that name, the least first. */
    public TableColumn<T> sortedBy(String name) {
        return new TableColumn<>(key, label, name, false, shown, cell);
    }

    /** Likewise, the greatest first. */
    public TableColumn<T> sortedDownBy(String name) {
        return new TableColumn<>(key, label, name, true, shown, cell);
    }

    /** Shown only where the reader asks for it. */
    public TableColumn<T> hidden() {
        return shownWhere(_ -> false);
    }

    /** Shown where the reader asks for it, and on such a page as long as the reader chooses no others. */
    public TableColumn<T> shownWhere(Predicate<Address> page) {
        return new TableColumn<>(key, label, sort, greatestFirst, page, cell);
    }
}
