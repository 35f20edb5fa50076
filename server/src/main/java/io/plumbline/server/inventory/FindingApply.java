package io.plumbline.server.inventory;

/**
 * Writes the weaknesses and findings of a change set, after {@link AssetApply}. Rows that do not change are not written. Counters
 * move by the same set: after minus before.
 */
final class FindingApply {

    private FindingApply() {}

    static void apply(RunSql sql, FindingPartition partition) {
        sql.run(WEAKNESS_HISTORY);
        sql.run(WEAKNESSES);
        sql.run(LISTED_AGAIN);
        sql.run(LISTED_NO_LONGER);
        sql.run(HISTORY);
        sql.run(UPDATE);
        partition.insert(sql, CREATE);
        sql.run(COUNT_WEAKNESSES);
        sql.run(COUNT_NAMES);
    }

    private static final String WEAKNESS_HISTORY = """
            insert into weakness_change (connector_id, sync_id, weakness_id, before)
            select :connector, :run, k.weakness_id,
                   to_jsonb(k) - 'connector_id' - 'weakness_id' - 'folded_description' - 'folded_products' - 'rank' - 'ascending_rank'
                     - 'open_count' - 'fixed_count' - 'affected_assets'
            from staging.weakness_change c
            join connector_weakness k on k.connector_id = :connector and k.weakness_id = c.weakness_id""";

    private static final String WEAKNESSES = """
            insert into connector_weakness (connector_id, weakness_id, severity, score, vendor_severity, description, folded_description,
                                            excluded, affected_products, folded_products, published_at, exploitability_score, impact_score, type,
                                            first_observed_at)
            select :connector, weakness_id, severity, score, vendor_severity, description, folded_description, excluded,
                   affected_products, folded_products, published_at, exploitability_score, impact_score, type, :at
            from staging.weakness_change
            order by weakness_id
            on conflict (connector_id, weakness_id) do update
            set severity = excluded.severity, score = excluded.score, vendor_severity = excluded.vendor_severity,
                description = excluded.description, folded_description = excluded.folded_description, excluded = excluded.excluded,
                affected_products = excluded.affected_products, folded_products = excluded.folded_products,
                published_at = excluded.published_at, exploitability_score = excluded.exploitability_score,
                impact_score = excluded.impact_score, type = excluded.type""";

    private static final String LISTED_AGAIN = """
            update connector_weakness k set listed_until = null
            from staging.reported_weakness r
            where k.connector_id = :connector and k.weakness_id = r.weakness_id and k.listed_until is not null""";

    private static final String LISTED_NO_LONGER = """
            update connector_weakness k set listed_until = coalesce(i.findings_observed_at, k.first_observed_at)
            from connector_inventory i
            where :findings_complete and i.connector_id = :connector and k.connector_id = :connector and k.listed_until is null
              and not exists (select from staging.reported_weakness r where r.weakness_id = k.weakness_id)""";

    private static final String HISTORY = """
            insert into finding_change (connector_id, sync_id, name_id, weakness_id, kind,
                                        before_state, before_since, before_sync, before_last, before_reason, before_withheld)
            select :connector, :run, c.name_id, c.weakness_id,
                   case when c.before_state < 3 and c.after_state = 3 then 'F'
                        when c.before_state = 3 and c.after_state < 3 then 'R'
                        when c.after_withheld is not null then 'W'
                        else 'B' end,
                   f.state, f.state_since, f.state_sync, f.last_observed_at, f.fixed_reason, f.withheld
            from staging.finding_change c
            join finding f on f.connector_id = :connector and f.name_id = c.name_id and f.weakness_id = c.weakness_id
            where c.before_state <> c.after_state or c.before_withheld is distinct from c.after_withheld""";

    /** What stops being open in the inventory takes along when it was last observed: the last complete sync before this one. */
    private static final String UPDATE = """
            update finding f
            set state = c.after_state,
                withheld = c.after_withheld,
                fixed_reason = case when c.after_state < 3 then null when c.before_state = 3 then f.fixed_reason else c.fixed_reason end,
                state_since = case when c.before_state = c.after_state then f.state_since else :at end,
                state_sync = case when c.before_state = c.after_state then f.state_sync else :run end,
                last_observed_at = case when c.after_open then null
                                        else coalesce(f.last_observed_at, greatest(i.findings_observed_at, f.first_observed_at)) end
            from staging.finding_change c, connector_inventory i
            where i.connector_id = :connector
              and f.connector_id = :connector and f.name_id = c.name_id and f.weakness_id = c.weakness_id
              and (c.before_state <> c.after_state or c.before_withheld is distinct from c.after_withheld)""";

    /**
     * A finding is as old as the one it continues: where its asset bore another name before, and no asset bears that name any
     * longer, the finding that was open under the old name while the asset bore it says since when.
     */
    private static final String CREATE = """
            select :connector, c.name_id, c.weakness_id, 1, null, null, coalesce(o.first_observed_at, :at), null, :at, :run
            from staging.finding_change c
            left join (
              select a.name_id, f.weakness_id, min(f.first_observed_at) as first_observed_at
              from asset_former_name o
              join staging.name n on n.id = o.name_id and n.after_active = 0
              join asset a on a.connector_id = :connector and a.id = o.asset_id and a.status = 1
              join finding f on f.connector_id = :connector and f.name_id = o.name_id and f.state < 3 and f.state_sync < o.until_sync
              where o.connector_id = :connector
              group by a.name_id, f.weakness_id) o on o.name_id = c.name_id and o.weakness_id = c.weakness_id
            where c.before_state is null
            order by c.name_id, c.weakness_id""";

    /** A trend has a line where there is something to tell: another number of open ones, or one that moved. */
    private static final String COUNT_WEAKNESSES = """
            with moved as (
              select weakness_id,
                     sum(after_open::int - before_open::int) as open,
                     sum(after_fixed::int - before_fixed::int) as fixed,
                     sum(after_open::int * after_active - before_open::int * before_active) as assets,
                     count(*) filter (where before_state is null) as newly_opened,
                     count(*) filter (where before_state < 3 and after_state = 3) as newly_fixed,
                     count(*) filter (where before_state = 3 and after_state < 3) as resurfaced
              from staging.finding_change
              group by weakness_id),
            counted as (
              update connector_weakness k
              set open_count = k.open_count + d.open, fixed_count = k.fixed_count + d.fixed, affected_assets = k.affected_assets + d.assets
              from moved d
              where k.connector_id = :connector and k.weakness_id = d.weakness_id and (d.open, d.fixed, d.assets) <> (0, 0, 0))
            insert into weakness_trend (connector_id, weakness_id, at, sync_id, open, opened, fixed, resurfaced)
            select :connector, d.weakness_id, :at, :run, before.open_count + d.open, d.newly_opened, d.newly_fixed, d.resurfaced
            from moved d
            join connector_weakness before on before.connector_id = :connector and before.weakness_id = d.weakness_id
            where (d.open, d.newly_opened, d.newly_fixed, d.resurfaced) <> (0, 0, 0, 0)
            order by d.weakness_id""";

    private static final String COUNT_NAMES = """
            update asset_name n
            set critical = n.critical + d.critical, high = n.high + d.high, medium = n.medium + d.medium, low = n.low + d.low, info = n.info + d.info
            from (
              select name_id, sum(delta) filter (where severity = 4) as critical, sum(delta) filter (where severity = 3) as high,
                     sum(delta) filter (where severity = 2) as medium, sum(delta) filter (where severity = 1) as low,
                     sum(delta) filter (where severity = 0) as info
              from (
                select name_id, before_severity as severity, -1 as delta from staging.finding_change where before_open
                union all
                select name_id, after_severity, 1 from staging.finding_change where after_open) as step
              group by name_id) raw
            cross join lateral (
              select coalesce(raw.critical, 0) as critical, coalesce(raw.high, 0) as high, coalesce(raw.medium, 0) as medium,
                     coalesce(raw.low, 0) as low, coalesce(raw.info, 0) as info) d
            where n.connector_id = :connector and n.id = raw.name_id
              and (d.critical, d.high, d.medium, d.low, d.info) <> (0, 0, 0, 0, 0)""";
}
