package io.plumbline.server.sync;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Pages through a connector's syncs, newest first. */
@Component
final class SyncPages {

    private static final int LARGEST = 1_000;

    private final Sources sources;
    private final SyncReading reading;

    SyncPages(Sources sources, SyncReading reading) {
        this.sources = sources;
        this.reading = reading;
    }

    record Page(
            List<Sync> items,
            long total,
            boolean totalIsExact,
            @Nullable String nextCursor) {}

    Page list(int connectorId, List<SyncStatus> statuses, int limit, @Nullable String cursor) {
        if (sources.find(connectorId).isEmpty()) {
            throw new NotFound("There is no connector with this id.");
        }
        if (limit < 1 || limit > LARGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be 1 to " + LARGEST + ".");
        }
        String bound =
                connectorId + statuses.stream().sorted().distinct().toList().toString();
        long before = cursor == null ? Long.MAX_VALUE : before(cursor, bound);
        List<Sync> items = reading.list(connectorId, statuses, before, limit + 1);
        boolean more = items.size() > limit;
        List<Sync> page = more ? items.subList(0, limit) : items;
        return new Page(page, reading.count(connectorId, statuses), true, more ? after(page.getLast(), bound) : null);
    }

    private static String after(Sync last, String bound) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.id() + " " + bound).getBytes(StandardCharsets.UTF_8));
    }

    private static long before(String cursor, String bound) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space > 0 && text.substring(space + 1).equals(bound)) {
                return Long.parseLong(text.substring(0, space));
            }
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        throw foreign();
    }

    private static ResponseStatusException foreign() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The cursor belongs to another list or filter.");
    }
}
