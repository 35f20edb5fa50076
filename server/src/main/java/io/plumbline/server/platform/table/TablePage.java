package io.plumbline.server.platform.table;

import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list's page as its feature declares it. Immutable, safe for many threads.
 *
 * @param section where it stands in the navigation
 * @param path of the page
 * @param list the same that the REST API answers with
 * @param words what one record is called, and many
 * @param searchHint what the search looks into
 * @param columns the first is the link to the record and is always shown
 * @param filters those with a menu, the most used first
 * @param chips names values of filters that are set by links alone, such as {@code assetId}; null for one that is named by a facet
 * @param views what else the list can be of, one click away, such as archived assets
 * @param empty what stands where the inventory has none at all
 */
public record TablePage<T>(
        Section section,
        String path,
        String title,
        ListDefinition<?, T> list,
        Words words,
        String searchHint,
        List<TableColumn<T>> columns,
        List<ListFilter> filters,
        Function<Filter, @Nullable String> chips,
        List<View> views,
        Empty empty) {

    /**
     * @throws IllegalArgumentException where something on the page asks the list for what it does not have: found when the server
     *     starts, not when a reader clicks
     */
    public TablePage {
        Set<String> sorts = list.sorts().stream().map(Sort::field).collect(Collectors.toSet());
        columns.forEach(column -> check(column.sort() == null || sorts.contains(column.sort()), "sort", column.sort()));
        filters.forEach(filter ->
                filter.asks().forEach(name -> check(list.filters().contains(name), "filter", name)));
        views.forEach(view -> check(
                view.parameter().isEmpty() || list.filters().contains(view.parameter()), "filter", view.parameter()));
        checkDistinct("columns", columns.stream().map(TableColumn::key).toList());
        checkDistinct("filters", filters.stream().map(ListFilter::parameter).toList());
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        views = List.copyOf(views);
    }

    private static void check(boolean there, String what, @Nullable String name) {
        if (!there) {
            throw new IllegalArgumentException("the list has no " + what + " " + name);
        }
    }

    private static void checkDistinct(String what, List<String> names) {
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("two " + what + " have one name: " + names);
        }
    }

    /** The list that a section of the navigation is about. */
    public TablePage(
            Section section,
            ListDefinition<?, T> list,
            Words words,
            String searchHint,
            List<TableColumn<T>> columns,
            List<ListFilter> filters,
            Function<Filter, @Nullable String> chips,
            List<View> views,
            Empty empty) {
        this(section, section.path(), section.label(), list, words, searchHint, columns, filters, chips, views, empty);
    }

    public record Words(String one, String many) {}

    /** A filter with one of its values. */
    public record Filter(String parameter, String value) {}

    /**
     * One of some choices that rule each other out.
     *
     * @param parameter empty for the choice that holds while none of the others does
     */
    public record View(String label, String parameter, String value) {

        /** How the list looks as it comes. */
        public static View usual(String label) {
            return new View(label, "", "");
        }

        /** The page with this choice made, and everything else as it was. */
        Address of(Address page, List<View> choices) {
            Address others = page.first();
            for (View choice : choices) {
                others = others.remove(choice.parameter);
            }
            return parameter.isEmpty() ? others : others.set(parameter, value);
        }
    }

    /**
     * @param title what would stand here
     * @param reason why it does not
     * @param action what changes it
     */
    public record Empty(String title, String reason, String action, String href) {}

    Optional<ListFilter> filter(String parameter) {
        return filters.stream()
                .filter(filter -> filter.parameter().equals(parameter))
                .findFirst();
    }

    /** An address without the periods that would leave nothing for want of a filter that goes with them. */
    Address possible(Address page) {
        Address some = page;
        for (ListFilter filter : filters) {
            if (filter instanceof Period period
                    && !period.along().entrySet().stream()
                            .allMatch(needed -> page.has(needed.getKey(), needed.getValue()))) {
                some = period.remove(some);
            }
        }
        return some;
    }
}
