package io.plumbline.server.inventory;

/**
 * Computes what becomes of every weakness and finding, once {@link AssetChanges} has decided about the assets. Writes {@code
 * staging} only.
 */
final class FindingChanges {

    private FindingChanges() {}

    static void compute(RunSql sql) {
        WeaknessDictionary.add(sql);
        sql.fill("weakness_row", WEAKNESS_ROWS);
        sql.fill("reported_weakness", REPORTED_WEAKNESSES);
        sql.fill("weakness_change", WEAKNESS_CHANGES);
        sql.fill("host", HOSTS);
        // Millions of distinct pairs of numbers: sorting them takes less than half the time of hashing them to disk.
        sql.run("set local enable_hashagg = off");
        sql.fill("pair", PAIRS);
        sql.run("set local enable_hashagg = on");
        sql.fill("unmatched", UNMATCHED);
        sql.fill("finding_change", CHANGED);
    }

    /** Each row with the weakness it speaks of. It is shut out when every row of that is excluded, unless the connector takes those in. */
    private static final String WEAKNESS_ROWS = """
            select s.row_no, w.id as weakness_id, bool_and(s.excluded) over (partition by w.id) and not :include_excluded as shut_out, s.complete
            from staging.weakness s
            join weakness w on w.name = s.name""";

    /**
     * One row per weakness that was read: rows of one name united. The highest score decides, with its severity and word; of the
     * rest the first that says anything. It is excluded when every row says so; absence of a name fixes only where every row's list
     * is whole.
     */
    private static final String REPORTED_WEAKNESSES = """
            select r.weakness_id,
                   (array_agg(s.severity order by s.score desc nulls last, s.severity desc, s.row_no))[1] as severity,
                   max(s.score) as score,
                   coalesce((array_agg(s.vendor_severity order by s.score desc nulls last, s.severity desc, s.row_no))[1],
                            (array_agg(s.vendor_severity order by s.row_no) filter (where s.vendor_severity is not null))[1]) as vendor_severity,
                   (array_agg(s.description order by s.row_no) filter (where s.description is not null))[1] as description,
                   (array_agg(s.folded_description order by s.row_no) filter (where s.description is not null))[1] as folded_description,
                   bool_and(s.excluded) as excluded,
                   bool_and(r.shut_out) as shut_out,
                   bool_and(s.complete) as complete,
                   (array_agg(s.affected_products::text order by s.row_no) filter (where cardinality(s.affected_products) > 0))[1] as products,
                   (array_agg(s.folded_products::text order by s.row_no) filter (where cardinality(s.affected_products) > 0))[1] as products_folded,
                   (array_agg(s.published_at order by s.row_no) filter (where s.published_at is not null))[1] as published_at,
                   max(s.exploitability_score) as exploitability_score,
                   max(s.impact_score) as impact_score,
                   (array_agg(s.type order by s.row_no) filter (where s.type is not null))[1] as type
            from staging.weakness s
            join staging.weakness_row r on r.row_no = s.row_no
            group by r.weakness_id""";

    /** Weaknesses that are new to the connector or say something else than before. */
    private static final String WEAKNESS_CHANGES = """
            select r.*, coalesce(r.products::text[], '{}') as affected_products,
                   coalesce(r.products_folded::text[], '{}') as folded_products, k.weakness_id is null as created,
                   k.weakness_id is not null
                     and (k.severity, k.score, k.description) is distinct from (r.severity, r.score, r.description) as rescored
            from staging.reported_weakness r
            left join connector_weakness k on k.connector_id = :connector and k.weakness_id = r.weakness_id
            where k.weakness_id is null
               or (k.severity, k.score, k.vendor_severity, k.description, k.excluded, k.affected_products, k.published_at,
                   k.exploitability_score, k.impact_score, k.type)
                  is distinct from
                  (r.severity, r.score, r.vendor_severity, r.description, r.excluded, coalesce(r.products::text[], '{}'), r.published_at,
                   r.exploitability_score, r.impact_score, r.type)""";

    /** Every host that was read, with the name that it is, exactly, where an asset of ours bears that. */
    private static final String HOSTS = """
            select h.host, n.id as name_id
            from (select distinct host from staging.affected) h
            left join staging.name n on n.name = h.host and n.after_active + n.after_archived > 0""";

    /** Distinct pairs of name and weakness that count. */
    private static final String PAIRS = """
            select distinct h.name_id, r.weakness_id
            from staging.affected s
            join staging.weakness_row r on r.row_no = s.row_no and not r.shut_out
            join staging.host h on h.host = s.host and h.name_id is not null""";

    /** Likewise for hosts whose name no asset bears. */
    private static final String UNMATCHED = """
            select distinct h.host, r.weakness_id
            from staging.affected s
            join staging.weakness_row r on r.row_no = s.row_no and not r.shut_out
            join staging.host h on h.host = s.host and h.name_id is null""";

    /**
     * One row per finding that is created, changes state, enters or leaves the inventory, or moves a counter because its weakness
     * is re-scored or its name is borne by more or fewer assets. State: 1 ACTIVE, 2 RESURFACED, 3 FIXED.
     *
     * <p>A state is decided only for what is in the inventory afterwards, and absence only fixes where the name's asset itself was
     * read: a host that is gone takes its findings along, it does not fix them.
     */
    private static final String CHANGED = """
            with joined as (
              select coalesce(p.name_id, f.name_id) as name_id, coalesce(p.weakness_id, f.weakness_id) as weakness_id,
                     p.name_id is not null as listed, f.state as before_state, f.withheld as before_withheld
              from staging.pair p
              full join (select name_id, weakness_id, state, withheld from finding where connector_id = :connector) f
                on f.name_id = p.name_id and f.weakness_id = p.weakness_id),
            decided as (
              select j.*, n.after_withheld, n.before_active, n.after_active, n.before_archived,
                     case when n.after_withheld is not null then j.before_state
                          when j.before_state is null then 1
                          when r.shut_out and j.before_state < 3 then 3
                          when j.listed and j.before_state = 3 then 2
                          when not j.listed and j.before_state < 3 and :findings_complete and n.returned
                               and coalesce(r.complete, true) then 3
                          else j.before_state end::smallint as after_state,
                     case when r.shut_out then 2 else 1 end::smallint as fixed_reason,
                     coalesce(k.severity, r.severity) as before_severity,
                     coalesce(r.severity, k.severity) as after_severity
              from joined j
              join staging.name n on n.id = j.name_id
              left join staging.reported_weakness r on r.weakness_id = j.weakness_id
              left join connector_weakness k on k.connector_id = :connector and k.weakness_id = j.weakness_id
              where j.before_state is not null or n.after_withheld is null),
            placed as (
              select *,
                     coalesce(before_state < 3 and before_withheld is null, false) as before_open,
                     after_state < 3 and after_withheld is null as after_open,
                     coalesce(before_state = 3 and before_withheld is null, false) as before_fixed,
                     after_state = 3 and after_withheld is null as after_fixed
              from decided)
            select * from placed
            where before_state is distinct from after_state
               or before_withheld is distinct from after_withheld
               or (after_open and (before_severity <> after_severity or before_active <> after_active))""";
}
