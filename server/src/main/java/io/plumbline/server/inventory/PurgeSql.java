package io.plumbline.server.inventory;

/**
 * One batch of each removal. What is removed takes its history along, and the counters move with it. Each says in its one row how
 * many it removed.
 */
final class PurgeSql {

    private PurgeSql() {}

    /** Assets archived before an instant. Findings that lose the last asset of their name with them have none any more. */
    static final String ASSETS = """
            with gone as (
              delete from asset a
              where a.connector_id = :connector and a.id = any (array(
                select id from asset
                where connector_id = :connector and status = 2 and archived_at < :before order by id limit :batch))
              returning a.id, a.name_id),
            sightings as (delete from asset_sighting g using gone where g.connector_id = :connector and g.asset_id = gone.id),
            former_names as (delete from asset_former_name f using gone where f.connector_id = :connector and f.asset_id = gone.id),
            history as (delete from asset_change c using gone where c.connector_id = :connector and c.asset_id = gone.id),
            by_name as (select name_id, count(*)::int as assets from gone group by name_id),
            names as (
              update asset_name n set archived_assets = n.archived_assets - b.assets
              from by_name b where n.connector_id = :connector and n.id = b.name_id),
            findings as (
              update finding f set withheld = 2
              from by_name b
              join asset_name n on n.connector_id = :connector and n.id = b.name_id and n.active_assets + n.archived_assets = b.assets
              where f.connector_id = :connector and f.name_id = b.name_id and f.withheld = 1),
            inventory as (
              update connector_inventory set archived_assets = archived_assets - (select count(*) from gone)
              where connector_id = :connector)
            select count(*) from gone""";

    /** What each of the two kinds of findings adds: {@code old}, the keys of a batch. */
    private static final String FINDINGS = """
            ,
            gone as (
              delete from finding f using old
              where f.connector_id = :connector and f.name_id = old.name_id and f.weakness_id = old.weakness_id
              returning f.weakness_id, f.standing),
            history as (
              delete from finding_change c using old
              where c.connector_id = :connector and c.name_id = old.name_id and c.weakness_id = old.weakness_id),
            counters as (
              update connector_weakness k set fixed_count = k.fixed_count - d.fixed
              from (select weakness_id, count(*)::int as fixed from gone where standing = 3 group by weakness_id) d
              where k.connector_id = :connector and k.weakness_id = d.weakness_id)
            select count(*) from gone""";

    /** Findings fixed before an instant, in the inventory or withheld. */
    static final String FIXED_FINDINGS = """
            with old as (
              select name_id, weakness_id from finding
              where connector_id = :connector and state = 3 and standing in (3, 13, 23, 33, 43) and state_since < :before
              limit :batch)""" + FINDINGS;

    /**
     * Open findings withheld since before an instant. Those of an archived asset stay as long as it: they come back with it.
     */
    static final String WITHHELD_FINDINGS = """
            with old as (
              select f.name_id, f.weakness_id from finding f
              where f.connector_id = :connector and f.standing in (21, 22, 31, 32, 41, 42)
                and f.first_observed_at < :before and f.last_observed_at < :before
                and not exists (
                  select from finding_change c
                  join inventory_trend t on t.connector_id = c.connector_id and t.sync_id = c.sync_id
                  where c.connector_id = :connector and c.name_id = f.name_id and c.weakness_id = f.weakness_id
                    and c.kind = 'W' and t.at >= :before)
              limit :batch)""" + FINDINGS;

    /** Weaknesses that the source has not listed since before an instant, and nothing is left of. */
    static final String WEAKNESSES = """
            with gone as (
              delete from connector_weakness k
              where k.connector_id = :connector and k.weakness_id = any (array(
                select o.weakness_id from connector_weakness o
                where o.connector_id = :connector and o.listed_until < :before
                  and not exists (select from finding f where f.connector_id = :connector and f.weakness_id = o.weakness_id)
                limit :batch))
              returning k.weakness_id),
            history as (
              delete from weakness_change c using gone where c.connector_id = :connector and c.weakness_id = gone.weakness_id),
            trend as (
              delete from weakness_trend t using gone where t.connector_id = :connector and t.weakness_id = gone.weakness_id)
            select count(*) from gone""";

    /**
     * Lines of weaknesses' trends, but for the last before the instant: it tells what was open when the rest begins. However short
     * the time that things are kept for, of the month that is shown nothing goes.
     */
    static final String TREND = """
            with kept as (
              select least(:before, max(at) - 31 * interval '24 hours') as since from inventory_trend where connector_id = :connector),
            gone as (
              delete from weakness_trend t
              where t.connector_id = :connector and (t.weakness_id, t.at, t.sync_id) in (
                select o.weakness_id, o.at, o.sync_id
                from weakness_trend o
                cross join kept k
                where o.connector_id = :connector and o.at < k.since
                  and exists (select from weakness_trend y
                              where y.connector_id = :connector and y.weakness_id = o.weakness_id
                                and (y.at, y.sync_id) > (o.at, o.sync_id) and y.at < k.since)
                limit :batch)
              returning t.weakness_id)
            select count(*) from gone""";

    /** Names that nothing hangs on. */
    static final String NAMES = """
            with gone as (
              delete from asset_name n
              where n.connector_id = :connector and n.id = any (array(
                select o.id from asset_name o
                where o.connector_id = :connector and o.active_assets = 0 and o.archived_assets = 0
                  and not exists (select from finding f where f.connector_id = :connector and f.name_id = o.id)
                  and not exists (select from asset_former_name r where r.connector_id = :connector and r.name_id = o.id)
                limit :batch))
              returning n.id)
            select count(*) from gone""";
}
