package io.plumbline.server.finding;

import io.plumbline.server.finding.FindingPage.Event;
import io.plumbline.server.platform.database.StoredTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of one finding, sync by sync. Safe for many threads. */
@Component
class FindingHistory {

    private final JdbcClient jdbc;

    FindingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. Creation has no line of its own: the finding itself says when. */
    List<Event> of(FindingId id, Finding finding) {
        List<Event> events = new ArrayList<>(jdbc.sql("""
                        select c.kind, c.sync_id, s.started_at
                        from finding_change c
                        left join sync s on s.id = c.sync_id
                        where c.connector_id = :connector and c.name_id = :name and c.weakness_id = :weakness
                        order by c.sync_id desc
                        limit 100""")
                .param("connector", id.connector())
                .param("name", id.name())
                .param("weakness", id.weakness())
                .query((row, _) ->
                        event(id, row.getString("kind"), row.getLong("sync_id"), StoredTime.find(row, "started_at")))
                .list());
        events.add(new Event(
                "First observed",
                "the vendor listed this weakness for this asset name",
                finding.firstObservedAt(),
                "/connectors/" + id.connector() + "/syncs"));
        return events;
    }

    private static Event event(FindingId id, String kind, long sync, @Nullable Instant at) {
        String href = FindingListPage.syncPath(id.connector(), sync);
        return switch (kind) {
            case "F" -> new Event("Fixed", "a complete sync no longer listed it while its asset was there", at, href);
            case "R" -> new Event("Resurfaced", "the vendor listed it again", at, href);
            case "W" -> new Event("Withheld", "no active asset bore its name, or the connector left it out", at, href);
            case "B" -> new Event("Back in the inventory", "an active asset bears its name again", at, href);
            default -> new Event("Changed", "", at, href);
        };
    }
}
