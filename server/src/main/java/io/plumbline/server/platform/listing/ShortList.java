package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/**
 * A list of records that are so few that all are at hand. It is told page by page as every list is, and cut in memory. Immutable.
 *
 * @param name as in its URL
 * @param usual the only sort there is, as it runs without being asked
 * @param place where a record stands
 */
public record ShortList<T>(String name, Sort usual, Function<T, ShortListPlace> place) {

    /** @throws io.plumbline.server.platform.web.InvalidInput where a parameter is not understood */
    public Page<T> page(Collection<T> all, MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of());
        Sort sort = query.sort(List.of(usual));
        int limit = query.limit();
        Optional<ShortListPlace> after = query.after(name, sort, 2).flatMap(key -> {
            Optional<ShortListPlace> known = ShortListPlace.parse(key);
            if (known.isEmpty()) {
                query.error("cursor", "Is no cursor of this list.");
            }
            return known;
        });
        query.refuseErrors();
        Comparator<ShortListPlace> order = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<T> rest = all.stream()
                .filter(record -> after.isEmpty() || order.compare(place.apply(record), after.get()) > 0)
                .sorted(Comparator.comparing(place, order))
                .toList();
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = page.size() < rest.size()
                ? Cursor.after(
                        query.identity(name, sort), place.apply(page.getLast()).texts())
                : null;
        return new Page<>(page, all.size(), true, next);
    }
}
