package io.plumbline.server.inventory;

/** The SQL that compares the assets that a run has read with those of the inventory. */
final class AssetComparison {

    private AssetComparison() {}

    static final String ACTIVE = "select count(*) from asset where connector_id = :connector and status = 1";

    /**
     * One row per asset that the source lists and that is not ACTIVE here, or the other way round. Where rows were dropped, one that
     * was not listed may have been in one of them, and is kept.
     */
    static final String DIFFERENCES = """
            select case when a.id is null then 'CHANGED_SINCE'
                        when r.external_id is null then case when :endpoints_complete then 'CHANGED_SINCE' else 'DROPPED_ROW' end
                        when a.archived_reason = 1 then 'ARCHIVED_NOT_RETURNED'
                        when a.archived_reason = 2 then 'ARCHIVED_RETENTION'
                        when a.archived_reason = 3 then 'ARCHIVED_VENDOR_STATUS'
                        else 'ARCHIVED_FILTERED' end as reason,
                   case when r.external_id is null then -1 else 1 end as direction,
                   coalesce(r.name, a.name) as example
            from staging.reported r
            full join (select a.*, n.name
                       from asset a
                       join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
                       where a.connector_id = :connector) a on a.external_id = r.external_id
            where (r.external_id is not null) is distinct from (a.status is not distinct from 1)
              and (r.external_id is not null or a.status = 1)""";
}
