package io.plumbline.server.platform.table;

import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.Filter;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts one page of a list together. Used by one thread. */
final class TableAssembly<T> {

    private static final Set<String> NO_FILTERS = Set.of("sort", "cursor", "from", "columns", "limit");

    /** So many menus stand beside the search; the others open below them. */
    private static final int IN_SIGHT = 4;

    private final TablePage<T> page;
    private final Address address;
    private final List<TableColumn<T>> columns;

    TableAssembly(TablePage<T> page, Address address) {
        this.page = page;
        this.address = address;
        List<String> asked = address.all("columns").stream()
                .flatMap(some -> List.of(some.split(",", -1)).stream())
                .toList();
        this.columns =
                page.columns().stream().filter(column -> isShown(column, asked)).toList();
    }

    TableView view(Page<T> found) {
        long from = from();
        long to = from + found.items().size();
        Amount total = new Amount(found.total(), found.totalIsExact());
        boolean filtered = address.query().keySet().stream().anyMatch(name -> !NO_FILTERS.contains(name));
        return new TableView(
                page,
                page.path(),
                total.of(page.words()),
                new TableView.Search(
                        String.join(" ", address.all("q")),
                        page.searchHint(),
                        kept(address, Set.of("q", "cursor", "from"))),
                menus().stream().limit(IN_SIGHT).toList(),
                menus().stream().skip(IN_SIGHT).toList(),
                chips(),
                views(),
                columns.stream().map(this::head).toList(),
                found.items().stream()
                        .map(item -> new TableView.Row(columns.stream()
                                .map(column -> column.cell().apply(item))
                                .toList()))
                        .toList(),
                total.span(from + 1, to),
                found.nextCursor() == null
                        ? null
                        : address.next(found.nextCursor(), to).url(),
                address.all("cursor").isEmpty() ? null : address.first().url(),
                filtered ? cleared().url() : null,
                choices(),
                address.under(page.path() + "/export.csv").remove("limit").url(),
                address.under(page.path() + "/export.jsonl").remove("limit").url(),
                found.items().isEmpty() ? nothing(filtered) : null);
    }

    static List<TableView.Kept> kept(Address address, Set<String> without) {
        List<TableView.Kept> kept = new ArrayList<>();
        address.query().forEach((name, values) -> {
            if (!without.contains(name)) {
                values.forEach(value -> kept.add(new TableView.Kept(name, value)));
            }
        });
        return kept;
    }

    /** The first column is how one opens a record. */
    private boolean isShown(TableColumn<T> column, List<String> asked) {
        return column.equals(page.columns().getFirst())
                || (asked.isEmpty() ? column.shown().test(address) : asked.contains(column.key()));
    }

    /** Only for the reader's eye; a cursor that is older than the data may make it a little wrong, hence no more than that. */
    private long from() {
        String given = String.join("", address.all("from"));
        return given.matches("[0-9]{1,9}") && !address.all("cursor").isEmpty() ? Long.parseLong(given) : 0;
    }

    private TableView.Head head(TableColumn<T> column) {
        if (column.sort() == null) {
            return new TableView.Head(column.label(), null, null);
        }
        String up = column.sort();
        String down = "-" + column.sort();
        String now = sort();
        String first = column.greatestFirst() ? down : up;
        String next = now.equals(first) ? (first.equals(up) ? down : up) : first;
        @Nullable String direction = now.equals(up) ? "ascending" : now.equals(down) ? "descending" : null;
        return new TableView.Head(column.label(), address.set("sort", next).url(), direction);
    }

    private String sort() {
        List<String> given = address.all("sort");
        if (!given.isEmpty()) {
            return given.getFirst();
        }
        Sort usual = page.list().sorts().getFirst();
        return (usual.descending() ? "-" : "") + usual.field();
    }

    private List<TableView.Menu> menus() {
        return page.filters().stream()
                .map(filter -> new TableView.Menu(
                        filter.label(),
                        address.first()
                                .under(page.path() + "/facets/" + filter.parameter())
                                .url(),
                        chosen(filter)))
                .toList();
    }

    private int chosen(ListFilter filter) {
        return switch (filter) {
            case Facet facet -> address.all(facet.parameter()).size();
            case Period period ->
                address.all(period.after()).size()
                        + address.all(period.before()).size();
        };
    }

    private List<TableView.Chip> chips() {
        List<TableView.Chip> chips = new ArrayList<>();
        address.query().forEach((name, values) -> {
            if (!NO_FILTERS.contains(name) && !name.equals("q")) {
                values.forEach(value -> chips.add(chip(name, value)));
            }
        });
        return chips;
    }

    private TableView.Chip chip(String name, String value) {
        String rest = page.possible(address.remove(name, value)).url();
        for (ListFilter filter : page.filters()) {
            if (filter instanceof Period period && period.isEnd(name)) {
                return end(period, name, value, rest);
            }
        }
        @Nullable String named = page.chips().apply(new Filter(name, value));
        return page.filter(name).orElse(null) instanceof Facet facet
                ? new TableView.Chip(facet.label(), named == null ? facet.labelOf(value) : named, null, rest)
                : new TableView.Chip(words(name), named == null ? value : named, null, rest);
    }

    /** The list has understood the value. */
    private static TableView.Chip end(Period period, String name, String value, String rest) {
        Instant end = Instant.parse(value);
        return name.equals(period.after())
                ? new TableView.Chip(period.label() + " since", value, Period.shown(end), rest)
                : new TableView.Chip(period.label() + " before", value, end, rest);
    }

    /** {@code firstObservedAfter} → "First observed after", {@code assetId} → "Asset". */
    private static String words(String parameter) {
        String words = parameter
                .replaceFirst("Id$", "")
                .codePoints()
                .mapToObj(letter -> Character.isUpperCase(letter)
                        ? " " + Character.toString(Character.toLowerCase(letter))
                        : Character.toString(letter))
                .collect(Collectors.joining());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<TableView.Ready> views() {
        return page.views().stream()
                .map(view -> {
                    Address seen = view.of(address, page.views());
                    return new TableView.Ready(view.label(), page.possible(seen).url(), seen.equals(address.first()));
                })
                .toList();
    }

    private Address cleared() {
        Address rest = address.first();
        for (String name : address.query().keySet()) {
            if (!NO_FILTERS.contains(name)) {
                rest = rest.remove(name);
            }
        }
        return rest;
    }

    private List<TableView.Choice> choices() {
        return page.columns().stream()
                .skip(1)
                .map(column -> {
                    boolean on = columns.contains(column);
                    String keys = page.columns().stream()
                            .filter(other -> other.equals(column) ? !on : columns.contains(other))
                            .map(TableColumn::key)
                            .collect(Collectors.joining(","));
                    return new TableView.Choice(
                            column.label(), address.set("columns", keys).url(), on);
                })
                .toList();
    }

    private Empty nothing(boolean filtered) {
        return filtered
                ? new Empty(
                        "Nothing matches",
                        "No " + page.words().one() + " passes all of these filters.",
                        "Clear all filters",
                        cleared().url())
                : page.empty();
    }
}
