package io.plumbline.server.inventory;

/** Computes what becomes of every asset, and from it what becomes of every name. Writes {@code staging} only. */
final class AssetChanges {

    private AssetChanges() {}

    static void compute(RunSql sql) {
        newNames(sql);
        sql.fill("reported", REPORTED);
        sql.run("create index on staging.reported (position)");
        sql.fill("asset_change", CHANGED);
        sql.fill("name", NAMES);
    }

    /** Names are a dictionary: one without assets shows nowhere, so new ones need not wait for the apply. */
    private static void newNames(RunSql sql) {
        sql.run("""
                insert into asset_name (connector_id, name, folded)
                select distinct on (s.name) :connector, s.name, s.folded
                from staging.asset s
                where not exists (select from asset_name n where n.connector_id = :connector and n.name = s.name)
                order by s.name
                on conflict do nothing""");
    }

    /** One row per asset that was read. Of several with one id, the one seen last wins. */
    private static final String REPORTED = """
            select distinct on (s.external_id) s.*, n.id as name_id
            from staging.asset s
            join asset_name n on n.connector_id = :connector and n.name = s.name
            order by s.external_id, coalesce(s.last_observed_at, :at) desc, s.position desc""";

    /**
     * One row per asset that is created or changes; none for the rest. Status: 0 unknown so far, 1 ACTIVE, 2 ARCHIVED. An asset
     * that was not read is judged on its last known values; only one that was read can be restored.
     */
    private static final String CHANGED = """
            with known as (
              select a.id, a.external_id, a.name_id, a.status, a.archived_reason, a.archived_at, a.content_hash,
                     a.first_observed_at, a.first_seen_by_vendor, g.last_observed_at, g.vendor_status
              from asset a
              join asset_sighting g on g.connector_id = a.connector_id and g.asset_id = a.id
              where a.connector_id = :connector),
            matched as (
              select k.id as asset_id, r.position, r.position is not null as returned,
                     coalesce(k.status, 0) as before_status, k.archived_reason as before_reason, k.archived_at as before_archived_at,
                     k.name_id as before_name_id, coalesce(r.name_id, k.name_id) as after_name_id,
                     case when r.position is null then k.vendor_status else r.vendor_status end as vendor_status,
                     case when r.position is null then k.last_observed_at else coalesce(r.last_observed_at, :at) end as last_observed_at,
                     case when k.id is null then coalesce(r.first_observed_at, :at)
                          when k.first_seen_by_vendor then coalesce(r.first_observed_at, k.first_observed_at)
                          else k.first_observed_at end as first_observed_at,
                     k.first_observed_at as before_first_observed_at,
                     r.position is not null and k.id is not null
                       and (k.content_hash <> r.content_hash or k.vendor_status is distinct from r.vendor_status) as value_changed
              from staging.reported r
              full join known k on k.external_id = r.external_id),
            judged as (
              select *,
                     case when upper(vendor_status collate "C") = any(:remove_statuses) then 3
                          when least(last_observed_at, :at) < :observed_since then 2
                          when not returned and :endpoints_complete then 1 end as gone
              from matched),
            decided as (
              select *,
                     case when gone is not null or (not returned and before_status = 2) then 2 else 1 end as after_status,
                     case when not returned and before_status = 2 then before_reason else gone end as after_reason,
                     value_changed or before_first_observed_at <> first_observed_at as updated
              from judged)
            select asset_id, position, returned, before_status, before_reason, after_status, after_reason,
                   case when after_status = 2 then coalesce(before_archived_at, :at) end as archived_at,
                   before_name_id, after_name_id, first_observed_at, coalesce(updated, false) as updated
            from decided
            where before_status <> after_status or before_reason is distinct from after_reason or updated""";

    /**
     * Every name of the connector, with how many assets bear it before and after, why its findings are withheld after, and whether
     * an asset that was read keeps it ACTIVE.
     */
    private static final String NAMES = """
            with moved as (
              select name_id, sum(active)::int as active, sum(archived)::int as archived
              from (select before_name_id as name_id, -(before_status = 1)::int as active, -(before_status = 2)::int as archived
                    from staging.asset_change where before_status > 0
                    union all
                    select after_name_id, (after_status = 1)::int, (after_status = 2)::int
                    from staging.asset_change) as step
              group by name_id),
            counted as (
              select n.id, n.name, n.folded, n.active_assets as before_active, n.archived_assets as before_archived,
                     n.active_assets + coalesce(m.active, 0) as after_active,
                     n.archived_assets + coalesce(m.archived, 0) as after_archived
              from asset_name n
              left join moved m on m.name_id = n.id
              where n.connector_id = :connector),
            returned as (
              select distinct r.name_id
              from staging.reported r
              left join staging.asset_change c on c.position = r.position
              left join asset a on a.connector_id = :connector and a.external_id = r.external_id
              where coalesce(c.after_status, a.status) = 1)
            select c.*,
                   case when not :findings_ingested then 4
                        when c.after_active > 0 then null
                        when c.after_archived > 0 then 1
                        else 2 end::smallint as after_withheld,
                   r.name_id is not null as returned
            from counted c
            left join returned r on r.name_id = c.id""";
}
