package io.plumbline.server.connector;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages through all connectors, by name. They are few: the list is cut in memory. */
@Component
class ConnectorListing {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 1_000;

    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::nameKey).thenComparingInt(Place::id);
    private static final Map<String, Comparator<Place>> SORTS = Map.of("name", BY_NAME, "-name", BY_NAME.reversed());

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
    }

    ConnectorPage page(@Nullable String limit, @Nullable String cursor, @Nullable String sort) {
        FieldErrors errors = new FieldErrors();
        int size = limit == null ? DEFAULT_LIMIT : limit(limit, errors);
        String sorted = sort == null ? "name" : sort;
        Comparator<Place> order = SORTS.get(sorted);
        if (order == null) {
            errors.add("sort", "Must be name or -name.");
        }
        Optional<Place> after = cursor == null ? Optional.empty() : place(cursor, sorted);
        if (cursor != null && after.isEmpty()) {
            errors.add("cursor", "Is no cursor of this list and sort.");
        }
        if (!errors.isEmpty() || order == null) {
            throw new InvalidInput(errors);
        }
        List<Connector> all = connectors.all().stream()
                .sorted(Comparator.comparing(Place::of, order))
                .toList();
        List<Connector> rest = all.stream()
                .filter(connector -> after.isEmpty() || order.compare(Place.of(connector), after.get()) > 0)
                .toList();
        List<Connector> page = rest.subList(0, Math.min(size, rest.size()));
        String next = page.size() < rest.size() ? cursor(Place.of(page.getLast()), sorted) : null;
        return new ConnectorPage(views.of(page), all.size(), true, next);
    }

    private static int limit(String text, FieldErrors errors) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, with numbers out of range.
        }
        errors.add("limit", "Must be a whole number from 1 to %d.".formatted(HIGHEST_LIMIT));
        return DEFAULT_LIMIT;
    }

    private static String cursor(Place place, String sort) {
        String text = sort + "\n" + place.id() + "\n" + place.nameKey();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Place> place(String cursor, String sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            return parts.length == 3 && parts[0].equals(sort)
                    ? Optional.of(new Place(parts[2], Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not base64, or no number in it: no cursor of ours.
            return Optional.empty();
        }
    }
}
