package io.plumbline.server.weakness;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.inventory.CveIds;
import io.plumbline.server.platform.database.StoredTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads weaknesses and unites what the connectors know of them, by the rules of this package. Safe for many threads. */
@Repository
class WeaknessRecords {

    private final JdbcClient jdbc;

    WeaknessRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that exist, in the given order. All of them as the same connectors know them. */
    List<Weakness> load(Collection<KnownWeakness> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Weakness> found = new HashMap<>();
        jdbc.sql(SELECT)
                .param("ids", ids.stream().map(KnownWeakness::id).toArray(Integer[]::new))
                .param("connectors", ids.iterator().next().connectorIds().toArray(Integer[]::new))
                .query((row, _) -> weakness(row))
                .list()
                .forEach(weakness -> found.put(weakness.id(), weakness));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(Integer.toString(id.id()))))
                .toList();
    }

    private static Weakness weakness(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Weakness(
                row.getString("id"),
                name,
                CveIds.in(name),
                Severity.ofLevel(row.getInt("severity")),
                row.getBigDecimal("score"),
                row.getString("description"),
                texts(row, "connector_ids"),
                texts(row, "affected_products"),
                StoredTime.find(row, "published_at"),
                row.getBigDecimal("exploitability_score"),
                row.getBigDecimal("impact_score"),
                row.getString("type"),
                row.getLong("affected_assets"),
                row.getLong("open_count"),
                row.getLong("fixed_count"),
                StoredTime.get(row, "first_observed_at"),
                StoredTime.get(row, "last_observed_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /**
     * {@code place} is the order that the package declares. A weakness read in a sync whose list of findings had gaps is younger
     * than the last complete one.
     */
    private static final String SELECT = """
            select w.id, w.name, k.*
            from weakness w
            cross join lateral (
              select array_agg(connector_id::text order by connector_id) as connector_ids,
                     max(severity) filter (where place = 1) as severity,
                     trim_scale(max(score) filter (where place = 1)) as score,
                     (array_agg(description order by place) filter (where description is not null))[1] as description,
                     (array_agg(affected_products::text order by place) filter (where cardinality(affected_products) > 0))[1]::text[]
                       as affected_products,
                     (array_agg(published_at order by place) filter (where published_at is not null))[1] as published_at,
                     trim_scale((array_agg(exploitability_score order by place) filter (where has_parts))[1]) as exploitability_score,
                     trim_scale((array_agg(impact_score order by place) filter (where has_parts))[1]) as impact_score,
                     (array_agg(type order by place) filter (where type is not null))[1] as type,
                     sum(affected_assets) as affected_assets, sum(open_count) as open_count, sum(fixed_count) as fixed_count,
                     min(first_observed_at) as first_observed_at, max(last_observed_at) as last_observed_at
              from (
                select k.*, k.exploitability_score is not null or k.impact_score is not null as has_parts,
                       greatest(coalesce(k.listed_until, i.findings_observed_at), k.first_observed_at) as last_observed_at,
                       row_number() over (order by k.rank desc, k.connector_id) as place
                from connector_weakness k
                left join connector_inventory i on i.connector_id = k.connector_id
                where k.weakness_id = w.id and k.connector_id = any(:connectors)) known) k
            where w.id = any(:ids) and k.connector_ids is not null""";
}
