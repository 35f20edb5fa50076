package io.plumbline.server.asset;

import io.plumbline.server.asset.AssetPage.Event;
import io.plumbline.server.platform.database.StoredTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of one asset, sync by sync. Each stored line holds what was before a change; what was after it is what was before
 * the next, or what is now. Safe for many threads.
 */
@Component
class AssetHistory {

    /** As many as a page shows; older ones are in the database. */
    private static final int SHOWN = 100;

    private static final Map<String, String> FIELDS = fields();
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    AssetHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(
            String kind, int reason, long syncId, @Nullable Instant at, JsonNode before) {}

    /** The newest first; the last of them is its creation, unless there are more than are shown. */
    List<Event> of(AssetId asset) {
        List<Line> lines = lines(asset);
        List<Event> events = new ArrayList<>();
        JsonNode after = now(asset);
        for (Line line : lines) {
            events.add(event(asset, line, after));
            after = line.before();
        }
        if (lines.size() < SHOWN) {
            events.add(creation(asset, after));
        }
        return events;
    }

    private List<Line> lines(AssetId asset) {
        return jdbc.sql("""
                        select c.kind, coalesce(c.reason, 0) as reason, c.sync_id, s.started_at, c.before::text as before
                        from asset_change c
                        left join sync s on s.id = c.sync_id
                        where c.connector_id = :connector and c.asset_id = :asset
                        order by c.sync_id desc
                        limit :shown""")
                .param("connector", asset.connectorId())
                .param("asset", asset.assetId())
                .param("shown", SHOWN)
                .query((row, _) -> new Line(
                        row.getString("kind"),
                        row.getInt("reason"),
                        row.getLong("sync_id"),
                        StoredTime.find(row, "started_at"),
                        JSON.readTree(row.getString("before"))))
                .list();
    }

    private JsonNode now(AssetId asset) {
        return jdbc.sql("""
                        select (to_jsonb(a) || jsonb_build_object('name', n.name, 'vendor_status', g.vendor_status))::text
                        from asset a
                        join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
                        join asset_sighting g on g.connector_id = a.connector_id and g.asset_id = a.id
                        where a.connector_id = :connector and a.id = :asset""")
                .param("connector", asset.connectorId())
                .param("asset", asset.assetId())
                .query((row, _) -> JSON.readTree(row.getString(1)))
                .single();
    }

    /** @param then what it was at first */
    private Event creation(AssetId asset, JsonNode then) {
        return jdbc.sql("""
                        select a.created_sync, s.started_at
                        from asset a
                        left join sync s on s.id = a.created_sync
                        where a.connector_id = :connector and a.id = :asset""")
                .param("connector", asset.connectorId())
                .param("asset", asset.assetId())
                .query((row, _) -> new Event(
                        arrival(then),
                        List.of(),
                        StoredTime.find(row, "started_at"),
                        syncPath(asset, row.getLong("created_sync"))))
                .single();
    }

    private static String arrival(JsonNode then) {
        int reason = then.path("archived_reason").asInt(0);
        return reason == 0
                ? "Came into the inventory"
                : "Came into the inventory, archived at once: "
                        + ArchivedReason.of(reason).sentence();
    }

    private static Event event(AssetId asset, Line line, JsonNode after) {
        String what = switch (line.kind()) {
            case "A" -> "Archived: " + ArchivedReason.of(line.reason()).sentence();
            case "R" -> "Restored: a sync returned it";
            case "K" ->
                line.reason() == 0
                        ? "Updated"
                        : "Still archived, now because: "
                                + ArchivedReason.of(line.reason()).sentence();
            default -> "Updated";
        };
        return new Event(what, changes(line.before(), after), line.at(), syncPath(asset, line.syncId()));
    }

    private static List<AssetPage.Change> changes(JsonNode before, JsonNode after) {
        List<AssetPage.Change> changes = new ArrayList<>();
        FIELDS.forEach((key, label) -> add(changes, label, text(before.get(key)), text(after.get(key))));
        JsonNode customBefore = before.path("custom");
        JsonNode customAfter = after.path("custom");
        TreeSet<String> keys = new TreeSet<>(customBefore.propertyNames());
        keys.addAll(customAfter.propertyNames());
        keys.forEach(key -> add(changes, key, text(customBefore.get(key)), text(customAfter.get(key))));
        return changes;
    }

    private static void add(List<AssetPage.Change> changes, String label, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new AssetPage.Change(label, before, after));
        }
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "–";
        }
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(element -> texts.add(element.asString()));
            return texts.isEmpty() ? "–" : String.join(", ", texts);
        }
        return value.asString();
    }

    private static String syncPath(AssetId asset, long sync) {
        return "/connectors/" + asset.connectorId() + "/syncs/" + sync;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "Name");
        fields.put("vendor_status", "Vendor status");
        fields.put("operating_system", "Operating system");
        fields.put("fqdn", "FQDN");
        fields.put("ipv4", "IPv4 addresses");
        fields.put("ipv6", "IPv6 addresses");
        fields.put("mac", "MAC addresses");
        fields.put("tags", "External tags");
        fields.put("first_observed_at", "First observed");
        return fields;
    }
}
