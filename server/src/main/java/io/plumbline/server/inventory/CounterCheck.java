package io.plumbline.server.inventory;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recounts what the apply keeps as counters, and looks for what the set-based writer must never leave behind. About two seconds at
 * five million findings; run by tests after every sync.
 */
@Component
public class CounterCheck {

    private final JdbcClient jdbc;

    public CounterCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line per difference; empty when everything is as it should be. At most 100 lines. */
    public List<String> differences(int connectorId) {
        return jdbc.sql(RECOUNT)
                .param("connector", connectorId)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static final String RECOUNT = """
            with open as (
              select f.name_id, f.weakness_id, k.severity
              from finding f
              join connector_weakness k on k.connector_id = f.connector_id and k.weakness_id = f.weakness_id
              where f.connector_id = :connector and f.withheld is null and f.state < 3),
            bearers as (
              select name_id, count(*) filter (where status = 1) as active, count(*) filter (where status = 2) as archived
              from asset where connector_id = :connector group by name_id),
            by_name as (
              select name_id, count(*) filter (where severity = 4) as critical, count(*) filter (where severity = 3) as high,
                     count(*) filter (where severity = 2) as medium, count(*) filter (where severity = 1) as low,
                     count(*) filter (where severity = 0) as info
              from open group by name_id),
            by_weakness as (
              select o.weakness_id, count(*) as open, sum(b.active) as assets
              from open o join bearers b on b.name_id = o.name_id group by o.weakness_id),
            fixed as (
              select weakness_id, count(*) as fixed
              from finding where connector_id = :connector and withheld is null and state = 3 group by weakness_id)
            select 'name ' || n.id || ': assets ' || n.active_assets || '+' || n.archived_assets || ', counted '
                   || coalesce(b.active, 0) || '+' || coalesce(b.archived, 0)
            from asset_name n left join bearers b on b.name_id = n.id
            where n.connector_id = :connector and (n.active_assets, n.archived_assets) <> (coalesce(b.active, 0), coalesce(b.archived, 0))
            union all
            select 'name ' || n.id || ': open ' || concat_ws('/', n.critical, n.high, n.medium, n.low, n.info) || ', counted '
                   || coalesce(concat_ws('/', c.critical, c.high, c.medium, c.low, c.info), 'none')
            from asset_name n left join by_name c on c.name_id = n.id
            where n.connector_id = :connector and (n.critical, n.high, n.medium, n.low, n.info)
                  <> (coalesce(c.critical, 0), coalesce(c.high, 0), coalesce(c.medium, 0), coalesce(c.low, 0), coalesce(c.info, 0))
            union all
            select 'weakness ' || k.weakness_id || ': open/fixed/assets ' || concat_ws('/', k.open_count, k.fixed_count, k.affected_assets)
                   || ', counted ' || concat_ws('/', coalesce(o.open, 0), coalesce(x.fixed, 0), coalesce(o.assets, 0))
            from connector_weakness k
            left join by_weakness o on o.weakness_id = k.weakness_id
            left join fixed x on x.weakness_id = k.weakness_id
            where k.connector_id = :connector
              and (k.open_count, k.fixed_count, k.affected_assets) <> (coalesce(o.open, 0), coalesce(x.fixed, 0), coalesce(o.assets, 0))
            union all
            select 'weakness ' || k.weakness_id || ': open ' || k.open_count || ', its trend ends with ' || coalesce(t.open, 0)
            from connector_weakness k
            left join lateral (
              select open from weakness_trend
              where connector_id = :connector and weakness_id = k.weakness_id order by at desc, sync_id desc limit 1) t on true
            where k.connector_id = :connector and k.open_count <> coalesce(t.open, 0)
            union all
            select 'inventory: assets ' || i.active_assets || '+' || i.archived_assets || ', counted ' || a.active || '+' || a.archived
            from connector_inventory i,
                 (select count(*) filter (where status = 1) as active, count(*) filter (where status = 2) as archived
                  from asset where connector_id = :connector) a
            where i.connector_id = :connector and (i.active_assets, i.archived_assets) <> (a.active, a.archived)
            union all
            select 'finding ' || f.name_id || '-' || f.weakness_id || ': withheld ' || coalesce(f.withheld::text, 'not')
                   || ' on a name with ' || n.active_assets || '+' || n.archived_assets || ' assets'
            from finding f
            join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id
            join connector_inventory i on i.connector_id = f.connector_id
            where f.connector_id = :connector
              and f.withheld is distinct from case when not i.findings_ingested then 4 when n.active_assets > 0 then null
                                                   when n.archived_assets > 0 then 1 else 2 end
            union all
            select 'finding ' || f.name_id || '-' || f.weakness_id || ': last observed is ' || coalesce(f.last_observed_at::text, 'missing')
            from finding f
            where f.connector_id = :connector and (f.last_observed_at is null) <> (f.withheld is null and f.state < 3)
            union all
            select 'finding ' || f.name_id || '-' || f.weakness_id || ' hangs on nothing'
            from finding f
            where f.connector_id = :connector
              and (not exists (select from asset_name n where n.connector_id = :connector and n.id = f.name_id)
                   or not exists (select from connector_weakness k where k.connector_id = :connector and k.weakness_id = f.weakness_id))
            union all
            select 'asset ' || a.id || ' has no name or no sighting, or they say something else'
            from asset a
            where a.connector_id = :connector
              and (not exists (select from asset_name n
                               where n.connector_id = :connector and n.id = a.name_id and n.folded = a.folded_name)
                   or not exists (select from asset_sighting g
                                  where g.connector_id = :connector and g.asset_id = a.id and g.status = a.status))
            limit 100""";
}
