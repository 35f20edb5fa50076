package io.plumbline.server.platform.table;

import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.Filter;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts one page of a list together. Used by one thread. */
final class TableAssembly<T> {

    private static final Set<String> NO_FILTERS = Set.of("sort", "cursor", "from", "columns", "limit");

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
                menus(),
                chips(),
                views(),
                columns.stream().map(this::head).toList(),
                found.items().stream()
                        .map(item -> new TableView.Row(columns.stream()
                                .map(column -> column.cell().apply(item))
                                .toList()))
                        .toList(),
                found.items().isEmpty() ? "" : Amount.text(from + 1) + "–" + Amount.text(to) + " of " + total.text(),
                found.nextCursor() == null
                        ? null
                        : address.next(found.nextCursor(), to).url(),
                address.all("cursor").isEmpty()
                        ? null
                        : address.remove("cursor").url(),
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
                || (asked.isEmpty() ? column.shown() : asked.contains(column.key()));
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
        return page.facets().stream()
                .map(facet -> new TableView.Menu(
                        facet.label(),
                        address.remove("cursor")
                                .under(page.path() + "/facets/" + facet.parameter())
                                .url(),
                        address.all(facet.parameter()).size()))
                .toList();
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
        Optional<Facet> facet = page.facets().stream()
                .filter(known -> known.parameter().equals(name))
                .findFirst();
        @Nullable String named = page.chips().apply(new Filter(name, value));
        return new TableView.Chip(
                facet.map(Facet::label).orElse(words(name)),
                named == null ? value : named,
                address.remove(name, value).url());
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
                    String href = view.query().isEmpty() ? page.path() : page.path() + "?" + view.query();
                    return new TableView.Ready(
                            view.label(), href, href.equals(cleared(false).url()));
                })
                .toList();
    }

    private Address cleared() {
        return cleared(true);
    }

    /** Without filters, or without all that is no filter. */
    private Address cleared(boolean filters) {
        Address rest = address;
        for (String name : address.query().keySet()) {
            if (NO_FILTERS.contains(name) != filters) {
                rest = rest.remove(name);
            }
        }
        return filters ? rest.remove("cursor") : rest;
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
