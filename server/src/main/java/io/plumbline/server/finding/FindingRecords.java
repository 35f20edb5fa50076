package io.plumbline.server.finding;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.inventory.CveIds;
import io.plumbline.server.platform.database.StoredTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads findings with what their connector knows of their weakness and asset name. Safe for many threads. */
@Repository
class FindingRecords {

    private final JdbcClient jdbc;

    FindingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that exist, in the given order. */
    List<Finding> load(Collection<FindingId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT)
                .param("connectors", numbers(ids, FindingId::connector))
                .param("names", numbers(ids, FindingId::name))
                .param("weaknesses", numbers(ids, FindingId::weakness))
                .param("shown", Finding.SHOWN_ASSETS)
                .query((row, _) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        int connector = row.getInt("connector_id");
        int weakness = row.getInt("weakness_id");
        String name = row.getString("name");
        return new Finding(
                new FindingId(connector, row.getInt("name_id"), weakness).toString(),
                Integer.toString(connector),
                name,
                CveIds.in(name),
                row.getString("asset_name"),
                assetIds(connector, row.getArray("assets")),
                row.getLong("asset_count"),
                Integer.toString(weakness),
                Severity.ofLevel(row.getInt("severity")),
                row.getBigDecimal("score"),
                row.getString("vendor_severity"),
                Stored.of(FindingState.class, row.getInt("state")),
                StoredTime.get(row, "first_observed_at"),
                StoredTime.get(row, "last_observed_at"),
                StoredTime.find(row, "fixed_at"),
                reason(row, "fixed_reason", FixedReason.class),
                row.getString("fixed_sync"),
                reason(row, "withheld", WithheldReason.class),
                row.getString("description"));
    }

    private static List<String> assetIds(int connector, @Nullable Array assets) throws SQLException {
        return assets == null
                ? List.of()
                : Stream.of((Integer[]) assets.getArray())
                        .map(asset -> connector + "-" + asset)
                        .toList();
    }

    private static <E extends Enum<E> & Stored> @Nullable E reason(ResultSet row, String column, Class<E> type)
            throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Stored.of(type, number);
    }

    private static Integer[] numbers(Collection<FindingId> ids, ToIntFunction<FindingId> number) {
        return ids.stream().mapToInt(number).boxed().toArray(Integer[]::new);
    }

    /** By the primary key, one by one: told to join, PostgreSQL may rather read a partition whole than a page's worth of it. */
    private static final String SELECT = """
            select f.connector_id, f.name_id, f.weakness_id, w.name, n.name as asset_name, k.severity, trim_scale(k.score) as score,
                   k.vendor_severity, k.description, f.state, f.first_observed_at,
                   coalesce(f.last_observed_at, greatest(i.findings_observed_at, f.first_observed_at)) as last_observed_at,
                   case when f.state = 3 then f.state_since end as fixed_at, f.fixed_reason,
                   case when f.state = 3 then f.state_sync end as fixed_sync, f.withheld, borne.assets, borne.asset_count
            from unnest(cast(:connectors as int[]), cast(:names as int[]), cast(:weaknesses as int[]))
                   with ordinality asked (connector_id, name_id, weakness_id, place)
            cross join lateral (
              select *
              from finding f
              where f.connector_id = asked.connector_id and f.name_id = asked.name_id and f.weakness_id = asked.weakness_id
              offset 0) f
            join weakness w on w.id = f.weakness_id
            join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id
            join connector_weakness k on k.connector_id = f.connector_id and k.weakness_id = f.weakness_id
            left join connector_inventory i on i.connector_id = f.connector_id
            cross join lateral (
              select array_agg(asset_id order by asset_id) filter (where place <= :shown) as assets, count(*) as asset_count
              from (
                select s.asset_id, row_number() over (order by s.asset_id) as place
                from finding_asset s
                where s.connector_id = f.connector_id and s.name_id = f.name_id and s.weakness_id = f.weakness_id and s.status = 1) bearer
              ) borne
            order by asked.place""";
}
