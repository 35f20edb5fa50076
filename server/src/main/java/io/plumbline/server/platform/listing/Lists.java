package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.listing.Selection.Part;
import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Answers what is asked of lists: a page, or all of it page by page. Safe for many threads. */
@Component
public class Lists {

    private static final int EXPORT_PAGE = 1_000;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    Lists(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** @throws InvalidInput where a parameter is not understood */
    public <I, T> Page<T> page(ListDefinition<I, T> list, MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, list.filters());
        Sort sort = query.sort(list.sorts());
        int limit = query.limit();
        Optional<List<String>> cursor = query.after(list.name(), sort);
        Selection<I> selection = list.select(query, sort);
        query.refuseErrors();
        return snapshots.read(() -> {
            Total total = selection.total(jdbc);
            List<Part<I>> parts = selection.parts(total);
            @Nullable Mark from = cursor.isPresent() ? Mark.parse(cursor.get(), parts) : null;
            List<Marked<I>> found = next(parts, from, limit + 1);
            List<Marked<I>> shown = found.subList(0, Math.min(limit, found.size()));
            String nextCursor = found.size() > limit
                    ? Cursor.after(
                            query.identity(list.name(), sort),
                            shown.getLast().mark().texts())
                    : null;
            return new Page<>(list.load(ids(shown)), total.count(), total.isExact(), nextCursor);
        });
    }

    /**
     * How many records the parameters select.
     *
     * @throws InvalidInput where a parameter is not understood
     */
    public <I, T> Total total(ListDefinition<I, T> list, MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, list.filters());
        Selection<I> selection = list.select(query, query.sort(list.sorts()));
        query.refuseErrors();
        return snapshots.read(() -> selection.total(jdbc));
    }

    /**
     * Everything the parameters select, in the order of the list and as of one moment, a thousand at a time: memory does not grow
     * with the list, and no sort is larger than a page's.
     *
     * @throws InvalidInput where a parameter is not understood, before anything is handed over; limit and cursor are not
     */
    public <I, T> void all(
            ListDefinition<I, T> list, MultiValueMap<String, String> parameters, Consumer<List<T>> receiver) {
        ListQuery query = new ListQuery(parameters, list.filters());
        Sort sort = query.sort(list.sorts());
        Selection<I> selection = list.select(query, sort);
        query.refuse("limit", "An export has no pages.");
        query.refuse("cursor", "An export has no pages.");
        query.refuseErrors();
        snapshots.read(() -> {
            List<Part<I>> parts = selection.parts(selection.total(jdbc));
            @Nullable Mark from = null;
            List<Marked<I>> found;
            do {
                found = next(parts, from, EXPORT_PAGE);
                receiver.accept(list.load(ids(found)));
                from = found.isEmpty() ? null : found.getLast().mark();
            } while (found.size() == EXPORT_PAGE);
            return true;
        });
    }

    private <I> List<Marked<I>> next(List<Part<I>> parts, @Nullable Mark from, int limit) {
        List<Marked<I>> found = new ArrayList<>();
        for (int number = from == null ? 0 : from.part(); number < parts.size() && found.size() < limit; number++) {
            @Nullable Place after = from != null && from.part() == number ? from.place() : null;
            found.addAll(read(parts.get(number), number, after, limit - found.size()));
        }
        return found;
    }

    private <I> List<Marked<I>> read(Part<I> part, int number, @Nullable Place after, int limit) {
        Statement page = part.read().page(part.descending(), after, limit);
        return jdbc.sql(page.sql())
                .params(page.parameters())
                .query((row, _) -> {
                    Place place = Place.read(row, part.read().keys());
                    return new Marked<>(part.id().apply(place), new Mark(number, place));
                })
                .list();
    }

    private static <I> List<I> ids(List<Marked<I>> records) {
        return records.stream().map(Marked::id).toList();
    }

    private record Marked<I>(I id, Mark mark) {}

    /** A place in one of the list's parts. */
    private record Mark(int part, Place place) {

        static Mark parse(List<String> cursor, List<? extends Part<?>> parts) {
            return Key.Type.INTEGER
                    .parse(cursor.isEmpty() ? "" : cursor.getFirst())
                    .map(Integer.class::cast)
                    .filter(part -> part >= 0 && part < parts.size())
                    .flatMap(part -> Place.parse(
                                    cursor.subList(1, cursor.size()),
                                    parts.get(part).read().keys())
                            .map(place -> new Mark(part, place)))
                    .orElseThrow(() -> InvalidInput.of("cursor", "Is no cursor of this list."));
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            texts.add(Integer.toString(part));
            texts.addAll(place.texts());
            return texts;
        }
    }
}
