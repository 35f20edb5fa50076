package io.plumbline.server.platform.table;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the template {@code table/page} shows.
 *
 * @param total in words, such as "1,284 assets"
 * @param rows the page's records
 * @param more menus of filters that are used less
 * @param range such as "51–100 of 1,284"
 * @param next null on the last page
 * @param first null on the first page
 * @param clear without any filter; null where none is set
 * @param nothing stands in place of rows; null where there are some
 */
public record TableView(
        TablePage<?> page,
        String path,
        String total,
        Search search,
        List<Menu> menus,
        List<Menu> more,
        List<Chip> chips,
        List<Ready> views,
        List<Head> heads,
        List<Row> rows,
        String range,
        @Nullable String next,
        @Nullable String first,
        @Nullable String clear,
        List<Choice> columns,
        String csv,
        String jsonLines,
        TablePage.@Nullable Empty nothing) {

    /** @param kept the rest of the address, which searching must not lose */
    public record Search(String text, String hint, List<Kept> kept) {}

    public record Kept(String name, String value) {}

    /**
     * A filter's menu.
     *
     * @param href the page of its values
     * @param chosen how many of its values are set
     */
    public record Menu(String label, String href, int chosen) {}

    /**
     * A filter that is set.
     *
     * @param at the value where it is a time; null where it is none
     */
    public record Chip(
            String filter, String value, @Nullable Instant at, String remove) {}

    /** How many values are set in all menus. */
    public int chosen() {
        return Stream.concat(menus.stream(), more.stream())
                .mapToInt(Menu::chosen)
                .sum();
    }

    /** Whether a filter that is used less is set: then it has to be seen. */
    public boolean hasMoreChosen() {
        return more.stream().anyMatch(menu -> menu.chosen() > 0);
    }

    public record Ready(String label, String href, boolean on) {}

    /**
     * @param href sorts by the column; null where it cannot be sorted
     * @param sort {@code ascending} or {@code descending} where the list is sorted by it
     */
    public record Head(
            String label, @Nullable String href, @Nullable String sort) {}

    public record Row(List<Cell> cells) {}

    /** @param toggle shows the column, or hides it */
    public record Choice(String label, String toggle, boolean on) {}
}
