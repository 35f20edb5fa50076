package io.plumbline.server.sync;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.Page;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Pages through a connector's syncs, newest first. */
@Component
final class SyncListing {

    private static final Sort NEWEST_FIRST = new Sort("id", true);

    private final Sources sources;
    private final SyncReading reading;

    SyncListing(Sources sources, SyncReading reading) {
        this.sources = sources;
        this.reading = reading;
    }

    Page<Sync> list(int connectorId, MultiValueMap<String, String> parameters) {
        if (sources.find(connectorId).isEmpty()) {
            throw new NotFound("There is no connector with this id.");
        }
        ListQuery query = new ListQuery(parameters, Set.of("status"));
        List<SyncStatus> statuses = query.words("status", SyncStatus.class);
        Sort sort = query.sort(List.of(NEWEST_FIRST));
        int limit = query.limit();
        String list = "syncs of " + connectorId;
        long before = query.after(list, sort, 1)
                .map(key -> number(key.getFirst(), query))
                .orElse(Long.MAX_VALUE);
        if (!sort.equals(NEWEST_FIRST)) {
            query.error("sort", "Syncs are listed newest first: -id.");
        }
        query.refuseErrors();
        List<Sync> items = reading.list(connectorId, statuses, before, limit + 1);
        boolean more = items.size() > limit;
        List<Sync> page = more ? items.subList(0, limit) : items;
        String next = more
                ? Cursor.after(
                        query.identity(list, sort), List.of(page.getLast().id()))
                : null;
        return new Page<>(page, reading.count(connectorId, statuses), true, next);
    }

    private static long number(String id, ListQuery query) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            query.error("cursor", "Is no cursor of this list.");
            return 0;
        }
    }
}
