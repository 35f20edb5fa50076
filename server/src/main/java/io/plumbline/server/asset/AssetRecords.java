package io.plumbline.server.asset;

import io.plumbline.server.platform.database.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads assets whose ids are known. Safe for many threads. */
@Component
class AssetRecords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    /** A name counts what is open on it; of its bearers only the ACTIVE ones have it. */
    private static final String LOAD = """
            select a.connector_id, a.id, a.external_id, n.name, a.status, a.archived_reason, a.archived_at, g.vendor_status,
                   a.ipv4, a.ipv6, a.mac, a.operating_system, a.fqdn, a.first_observed_at, g.last_observed_at, a.tags,
                   a.custom::text as custom,
                   case a.status when 1 then n.critical else 0 end as critical,
                   case a.status when 1 then n.high else 0 end as high,
                   case a.status when 1 then n.medium else 0 end as medium,
                   case a.status when 1 then n.low else 0 end as low,
                   case a.status when 1 then n.info else 0 end as info
            from unnest(:connectors, :assets) with ordinality as asked (connector_id, id, place)
            join asset a on a.connector_id = asked.connector_id and a.id = asked.id
            join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
            join asset_sighting g on g.connector_id = a.connector_id and g.asset_id = a.id
            order by asked.place""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AssetRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that exist, in the given order. */
    List<Asset> load(Collection<AssetId> ids) {
        Instant now = clock.instant();
        return jdbc.sql(LOAD)
                .param("connectors", ids.stream().map(AssetId::connectorId).toArray(Integer[]::new))
                .param("assets", ids.stream().map(AssetId::assetId).toArray(Integer[]::new))
                .query((row, _) -> asset(row, now))
                .list();
    }

    private static Asset asset(ResultSet row, Instant now) throws SQLException {
        Instant lastObserved = StoredTime.get(row, "last_observed_at");
        int reason = row.getInt("archived_reason"); // 0 where there is none
        return new Asset(
                new AssetId(row.getInt("connector_id"), row.getInt("id")).toString(),
                Integer.toString(row.getInt("connector_id")),
                text(row, "external_id"),
                text(row, "name"),
                Asset.DEVICE,
                AssetStatus.of(row.getInt("status")),
                reason == 0 ? null : ArchivedReason.of(reason),
                StoredTime.find(row, "archived_at"),
                row.getString("vendor_status"),
                texts(row, "ipv4"),
                texts(row, "ipv6"),
                texts(row, "mac"),
                row.getString("operating_system"),
                row.getString("fqdn"),
                StoredTime.get(row, "first_observed_at"),
                lastObserved,
                lastObserved.isAfter(now),
                texts(row, "tags"),
                JSON.readValue(text(row, "custom"), ATTRIBUTES),
                new OpenFindings(
                        row.getInt("critical"),
                        row.getInt("high"),
                        row.getInt("medium"),
                        row.getInt("low"),
                        row.getInt("info")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of(
                (String[]) Objects.requireNonNull(row.getArray(column), column).getArray());
    }
}
