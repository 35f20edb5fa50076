package io.plumbline.server.inventory;

/** Writes the assets and names of a change set. */
final class AssetApply {

    private AssetApply() {}

    static void apply(RunSql sql) {
        sql.run(HISTORY);
        sql.run(FORMER_NAMES);
        sql.run(CREATE);
        sql.run(UPDATE_RETURNED);
        sql.run(UPDATE_STATUS);
        sql.run(SIGHT);
        sql.run(SIGHT_STATUS);
        sql.run(COUNT_NAMES);
        sql.run(FACETS);
    }

    private static final String HISTORY = """
            insert into asset_change (connector_id, sync_id, asset_id, kind, reason, before)
            select :connector, :run, c.asset_id,
                   case when c.before_status = 1 and c.after_status = 2 then 'A'
                        when c.before_status = 2 and c.after_status = 1 then 'R'
                        when c.before_reason is distinct from c.after_reason then 'K'
                        else 'U' end,
                   c.after_reason,
                   to_jsonb(a) - 'folded_name' - 'search' - 'facets' - 'connector_id' - 'id'
                     || jsonb_build_object('name', n.name, 'vendor_status', g.vendor_status, 'last_observed_at', g.last_observed_at)
            from staging.asset_change c
            join asset a on a.connector_id = :connector and a.id = c.asset_id
            join asset_name n on n.connector_id = :connector and n.id = a.name_id
            join asset_sighting g on g.connector_id = :connector and g.asset_id = a.id
            where c.before_status > 0""";

    private static final String FORMER_NAMES = """
            insert into asset_former_name (connector_id, asset_id, name_id, until_sync)
            select :connector, asset_id, before_name_id, :run
            from staging.asset_change
            where before_name_id <> after_name_id
            on conflict (connector_id, asset_id, name_id) do update set until_sync = excluded.until_sync""";

    private static final String CREATE = """
            with created as (
              insert into asset (connector_id, external_id, name_id, folded_name, status, archived_reason, archived_at,
                                 operating_system, fqdn, ipv4, ipv6, mac, tags, custom, search, facets, content_hash,
                                 first_observed_at, first_seen_by_vendor, created_sync, changed_sync)
              select :connector, r.external_id, r.name_id, r.folded, c.after_status, c.after_reason, c.archived_at,
                     r.operating_system, r.fqdn, r.ipv4, r.ipv6, r.mac, r.tags, r.custom, r.search, r.facets, r.content_hash,
                     c.first_observed_at, r.first_observed_at is not null, :run, :run
              from staging.asset_change c
              join staging.reported r on r.position = c.position
              where c.before_status = 0
              order by r.folded, r.external_id
              returning id, external_id, status)
            insert into asset_sighting (connector_id, asset_id, status, last_observed_at, vendor_status, folded_vendor_status)
            select :connector, c.id, c.status, coalesce(r.last_observed_at, :at), r.vendor_status, r.folded_vendor_status
            from created c
            join staging.reported r on r.external_id = c.external_id
            order by c.id""";

    private static final String UPDATE_RETURNED = """
            update asset a
            set name_id = r.name_id, folded_name = r.folded, status = c.after_status, archived_reason = c.after_reason,
                archived_at = c.archived_at, operating_system = r.operating_system, fqdn = r.fqdn, ipv4 = r.ipv4, ipv6 = r.ipv6,
                mac = r.mac, tags = r.tags, custom = r.custom, search = r.search, facets = r.facets,
                content_hash = r.content_hash, first_observed_at = c.first_observed_at, changed_sync = :run
            from staging.asset_change c
            join staging.reported r on r.position = c.position
            where c.before_status > 0 and a.connector_id = :connector and a.id = c.asset_id""";

    private static final String UPDATE_STATUS = """
            update asset a
            set status = c.after_status, archived_reason = c.after_reason, archived_at = c.archived_at, changed_sync = :run
            from staging.asset_change c
            where not c.returned and a.connector_id = :connector and a.id = c.asset_id""";

    private static final String SIGHT = """
            update asset_sighting g
            set previous_observed_at = g.last_observed_at, previous_vendor_status = g.vendor_status,
                last_observed_at = coalesce(r.last_observed_at, :at), vendor_status = r.vendor_status,
                folded_vendor_status = r.folded_vendor_status
            from staging.reported r
            join asset a on a.connector_id = :connector and a.external_id = r.external_id
            where g.connector_id = :connector and g.asset_id = a.id
              and (g.last_observed_at <> coalesce(r.last_observed_at, :at) or g.vendor_status is distinct from r.vendor_status)""";

    private static final String SIGHT_STATUS = """
            update asset_sighting g
            set status = c.after_status
            from staging.asset_change c
            where c.before_status > 0 and c.before_status <> c.after_status
              and g.connector_id = :connector and g.asset_id = c.asset_id""";

    private static final String COUNT_NAMES = """
            update asset_name n
            set active_assets = s.after_active, archived_assets = s.after_archived
            from staging.name s
            where n.connector_id = :connector and n.id = s.id
              and (s.before_active <> s.after_active or s.before_archived <> s.after_archived)""";

    /** What filters have to offer. A value that no asset bears any longer stays, and leads to an empty list. */
    private static final String FACETS = """
            insert into asset_facet (connector_id, facet, label)
            select distinct on (f.facet) :connector, f.facet, f.label
            from staging.asset_change c
            join staging.reported r on r.position = c.position
            cross join lateral (
              select * from unnest(r.facets, r.facet_labels) as value (facet, label)
              union all
              select 'status:' || r.folded_vendor_status, r.vendor_status where r.vendor_status is not null) as f
            where not exists (select from asset_facet k where k.connector_id = :connector and k.facet = f.facet)
            order by f.facet, r.position""";
}
