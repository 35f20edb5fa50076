package io.plumbline.server.validation;

import io.plumbline.server.connector.Connectors;
import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import io.plumbline.server.platform.web.Page;
import io.plumbline.server.sync.DryRuns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What people and programs ask of validations. Safe for many threads. */
@Component
final class Validations {

    private static final Sort NEWEST_FIRST = new Sort("id", true);

    private final ValidationStore store;
    private final Connectors connectors;
    private final DryRuns runs;

    Validations(ValidationStore store, Connectors connectors, DryRuns runs) {
        this.store = store;
        this.connectors = connectors;
        this.runs = runs;
    }

    /** @throws NotFound where there is no such connector */
    ValidationView request(String connectorId) {
        return ValidationView.of(runs.validate(connectors.get(connectorId)));
    }

    /** @throws NotFound where the connector has none with this id */
    ValidationView get(String connectorId, String id) {
        int connector = connectors.get(connectorId).id();
        return NumberedId.of(id, 1)
                .map(List::getFirst)
                .flatMap(this::find)
                .filter(found -> found.connectorId().equals(Integer.toString(connector)))
                .orElseThrow(() -> new NotFound("The connector has no validation with this id."));
    }

    private Optional<ValidationView> find(long id) {
        // The verdict is committed together with the end of its run: asked for in this order, neither is missed.
        Optional<ValidationView> run = runs.validation(id).map(ValidationView::of);
        return store.find(id).or(() -> run);
    }

    /** Those with a verdict, the newest first. */
    Page<ValidationView> list(String connectorId, MultiValueMap<String, String> parameters) {
        int connector = connectors.get(connectorId).id();
        ListQuery query = new ListQuery(parameters, Set.of());
        Sort sort = query.sort(List.of(NEWEST_FIRST));
        int limit = query.limit();
        String list = "validations of " + connector;
        long before = query.after(list, sort, 1)
                .flatMap(key -> NumberedId.of(key.getFirst(), 1))
                .map(ids -> ids.getFirst().longValue())
                .orElse(Long.MAX_VALUE);
        if (!sort.equals(NEWEST_FIRST)) {
            query.error("sort", "Validations are listed newest first: -id.");
        }
        query.refuseErrors();
        List<ValidationView> items = store.list(connector, before, limit + 1);
        boolean more = items.size() > limit;
        List<ValidationView> page = more ? items.subList(0, limit) : items;
        String next = more
                ? Cursor.after(
                        query.identity(list, sort), List.of(page.getLast().id()))
                : null;
        return new Page<>(page, store.count(connector), true, next);
    }
}
