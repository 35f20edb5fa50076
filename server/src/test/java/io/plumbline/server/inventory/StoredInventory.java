package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import io.plumbline.connector.api.Severity;
import io.plumbline.server.inventory.Snapshot.AssetState;
import io.plumbline.server.inventory.Snapshot.FindingState;
import io.plumbline.server.inventory.Snapshot.WeaknessState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connector's inventory as the database has it, in plain reads. */
final class StoredInventory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> REASONS = List.of("NOT_RETURNED", "RETENTION", "VENDOR_STATUS", "FILTERED");
    private static final List<String> STATES = List.of("ACTIVE", "RESURFACED", "FIXED");
    private static final List<String> FIXED_REASONS = List.of("NOT_RETURNED", "EXCLUDED");
    private static final List<String> WITHHELD = List.of("ASSET_ARCHIVED", "NO_ASSET", "FILTERED", "ASSETS_ONLY");

    private final JdbcClient jdbc;
    private final int connector;

    StoredInventory(JdbcClient jdbc, int connector) {
        this.jdbc = jdbc;
        this.connector = connector;
    }

    Snapshot snapshot() {
        return select("""
                        select i.*, (select coalesce(sum(open_count), 0) from connector_weakness k where k.connector_id = :connector) as open,
                          (select count(distinct asset_id) from finding_asset a join finding f using (connector_id, name_id, weakness_id)
                           where a.connector_id = :connector and a.status = 1 and f.withheld is null and f.state < 3) as affected
                        from connector_inventory i where i.connector_id = :connector""")
                .query((row, number) -> new Snapshot(
                        assets(),
                        findings(),
                        weaknesses(),
                        time(row, "assets_observed_at"),
                        time(row, "findings_observed_at"),
                        row.getLong("active_assets"),
                        row.getLong("open"),
                        row.getLong("affected")))
                .single();
    }

    private SortedMap<String, AssetState> assets() {
        SortedMap<String, AssetState> assets = new TreeMap<>();
        select("""
                        select a.*, n.name, g.vendor_status, g.last_observed_at
                        from asset a
                        join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
                        join asset_sighting g on g.connector_id = a.connector_id and g.asset_id = a.id
                        where a.connector_id = :connector""").query(row -> {
            AssetRecord values = new AssetRecord(
                    row.getString("external_id"),
                    row.getString("name"),
                    row.getString("operating_system"),
                    row.getString("fqdn"),
                    texts(row.getArray("ipv4")),
                    texts(row.getArray("ipv6")),
                    texts(row.getArray("mac")),
                    texts(row.getArray("tags")),
                    custom(row.getString("custom")),
                    row.getString("vendor_status"),
                    null,
                    null);
            AssetState state = new AssetState(
                    values,
                    row.getInt("status") == 1 ? null : word(REASONS, row, "archived_reason"),
                    time(row, "archived_at"),
                    time(row, "first_observed_at"),
                    time(row, "last_observed_at"));
            assets.put(values.externalId(), state);
        });
        return assets;
    }

    private SortedMap<String, FindingState> findings() {
        SortedMap<String, FindingState> findings = new TreeMap<>();
        select("""
                        select f.*, n.name as asset_name, w.name as weakness
                        from finding f
                        join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id
                        join weakness w on w.id = f.weakness_id
                        where f.connector_id = :connector""").query(row -> {
            String state = word(STATES, row, "state");
            boolean fixed = "FIXED".equals(state);
            findings.put(
                    Snapshot.finding(row.getString("asset_name"), row.getString("weakness")),
                    new FindingState(
                            state,
                            word(WITHHELD, row, "withheld"),
                            time(row, "first_observed_at"),
                            time(row, "last_observed_at"),
                            fixed ? time(row, "state_since") : null,
                            word(FIXED_REASONS, row, "fixed_reason"),
                            fixed ? row.getLong("state_sync") : null));
        });
        return findings;
    }

    private SortedMap<String, WeaknessState> weaknesses() {
        SortedMap<String, WeaknessState> weaknesses = new TreeMap<>();
        select("""
                        select k.*, w.name from connector_weakness k join weakness w on w.id = k.weakness_id
                        where k.connector_id = :connector""").query(row -> {
            weaknesses.put(
                    row.getString("name"),
                    new WeaknessState(
                            Severity.ofLevel(row.getInt("severity")),
                            row.getBigDecimal("score"),
                            row.getString("vendor_severity"),
                            row.getString("description"),
                            row.getLong("open_count"),
                            row.getLong("affected_assets")));
        });
        return weaknesses;
    }

    private JdbcClient.StatementSpec select(String sql) {
        return jdbc.sql(sql).param("connector", connector);
    }

    private static @Nullable String word(List<String> words, ResultSet row, String column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? null : words.get(code - 1);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static SortedMap<String, AttributeValue> custom(String json) {
        TreeMap<String, AttributeValue> custom = new TreeMap<>();
        JSON.readTree(json).properties().forEach(entry -> custom.put(entry.getKey(), attribute(entry.getValue())));
        return custom;
    }

    private static AttributeValue attribute(JsonNode node) {
        return node.isArray()
                ? new AttributeValue.Texts(
                        node.valueStream().map(JsonNode::stringValue).toList())
                : new AttributeValue.Text(node.stringValue());
    }
}
