package io.plumbline.server.connector;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Pages through all connectors, by name. They are few: the list is cut in memory. */
@Component
class ConnectorListing {

    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::nameKey).thenComparingInt(Place::id);

    private final Connectors connectors;
    private final ConnectorViews views;

    ConnectorListing(Connectors connectors, ConnectorViews views) {
        this.connectors = connectors;
        this.views = views;
    }

    /** Where a connector stands in the list, and where a page ended, be that connector still there or not. */
    private record Place(String nameKey, int id) {

        static Place of(Connector connector) {
            return new Place(ConnectorName.key(connector.name()), connector.id());
        }

        List<String> key() {
            return List.of(nameKey, Integer.toString(id));
        }
    }

    Page<ConnectorView> page(MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of());
        Sort sort = query.sort(List.of(new Sort("name", false)));
        Comparator<Place> order = sort.descending() ? BY_NAME.reversed() : BY_NAME;
        int limit = query.limit();
        Optional<Place> after = query.after("connectors", sort, 2).flatMap(key -> place(key, query));
        query.refuseErrors();
        List<Connector> all = connectors.all().stream()
                .sorted(Comparator.comparing(Place::of, order))
                .toList();
        List<Connector> rest = all.stream()
                .filter(connector -> after.isEmpty() || order.compare(Place.of(connector), after.get()) > 0)
                .toList();
        List<Connector> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = page.size() < rest.size()
                ? Cursor.after(
                        query.identity("connectors", sort),
                        Place.of(page.getLast()).key())
                : null;
        return new Page<>(views.of(page), all.size(), true, next);
    }

    private static Optional<Place> place(List<String> key, ListQuery query) {
        try {
            return Optional.of(new Place(key.getFirst(), Integer.parseInt(key.getLast())));
        } catch (NumberFormatException e) {
            query.error("cursor", "Is no cursor of this list.");
            return Optional.empty();
        }
    }
}
