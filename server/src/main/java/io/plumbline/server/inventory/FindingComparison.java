package io.plumbline.server.inventory;

/** The SQL that compares the findings that a run has read with those of the inventory. A weakness's rows are those in staging. */
final class FindingComparison {

    private FindingComparison() {}

    /**
     * What the source's rows amount to.
     *
     * @param names in the lists of rows that could be read, repeated ones as often as they are listed
     * @param dropped names in the lists of rows that could not
     * @param uncounted how many more the source counts than it lists, where it counts more
     * @param overcounted how many less, where it counts less
     */
    record Listed(long names, long dropped, long uncounted, long overcounted) {}

    /** Every row, with how many names it lists and how many more than that the source counts. */
    static final String ROWS = """
            select w.name, w.row_no is not null as readable, coalesce(l.names, 0) as names,
                   coalesce(w.vendor_affected, l.names, 0) - coalesce(l.names, 0) as gap
            from staging.weakness w
            full join (select row_no, count(*) as names from staging.affected group by row_no) l on l.row_no = w.row_no""";

    static final String LISTED = """
            select coalesce(sum(names) filter (where readable), 0) as names,
                   coalesce(sum(names) filter (where not readable), 0) as dropped,
                   coalesce(sum(gap) filter (where readable and gap > 0), 0) as uncounted,
                   coalesce(-sum(gap) filter (where readable and gap < 0), 0) as overcounted
            from staging.listed""";

    static final String EXCLUDED = """
            select count(*)
            from (select distinct s.host, r.weakness_id
                  from staging.affected s
                  join staging.weakness_row r on r.row_no = s.row_no and r.shut_out) as pair""";

    static final String OPEN =
            "select count(*) from finding where connector_id = :connector and state < 3 and withheld is null";

    /**
     * One row per pair of name and weakness that the source lists and that is no open finding in the inventory, or the other way
     * round. A list that is not whole fixes nothing, and neither does one when rows were dropped.
     */
    static final String DIFFERENCES = """
            with compared as (
              select coalesce(p.name_id, f.name_id) as name_id, coalesce(p.weakness_id, f.weakness_id) as weakness_id,
                     p.name_id is not null as listed, f.state, f.withheld
              from staging.pair p
              full join (select name_id, weakness_id, state, withheld from finding where connector_id = :connector) f
                on f.name_id = p.name_id and f.weakness_id = p.weakness_id
              where (p.name_id is not null) is distinct from coalesce(f.state < 3 and f.withheld is null, false))
            select case when c.listed and c.withheld = 3 then 'FILTERED'
                        when c.listed and (c.withheld = 1 or (c.state is null and n.active_assets = 0 and n.archived_assets > 0))
                          then 'ON_ARCHIVED'
                        when c.listed or coalesce(r.shut_out, false) then 'CHANGED_SINCE'
                        when not coalesce(r.complete, true) then 'VENDOR_COUNT_DIFFERS_FROM_LIST'
                        when not :whole then 'DROPPED_ROW'
                        else 'CHANGED_SINCE' end as reason,
                   case when c.listed then 1 else -1 end as direction,
                   w.name || ' on ' || n.name as example
            from compared c
            join asset_name n on n.connector_id = :connector and n.id = c.name_id
            join weakness w on w.id = c.weakness_id
            left join staging.reported_weakness r on r.weakness_id = c.weakness_id""";

    static final String WITH_MORE = "select name from staging.listed where readable and gap > 0 order by name limit 5";

    static final String WITH_LESS = "select name from staging.listed where readable and gap < 0 order by name limit 5";

    static final String REPEATED_NAMES = """
            select w.name || ' on ' || s.host
            from staging.affected s
            join staging.weakness_row r on r.row_no = s.row_no
            join weakness w on w.id = r.weakness_id
            group by w.name, s.host
            having count(*) > 1
            order by w.name, s.host limit 5""";

    static final String EXCLUDED_WEAKNESSES = """
            select distinct w.name
            from staging.weakness_row r
            join weakness w on w.id = r.weakness_id
            where r.shut_out and exists (select from staging.affected s where s.row_no = r.row_no)
            order by w.name limit 5""";

    static final String UNMATCHED_NAMES = "select distinct host from staging.unmatched order by host limit 5";
}
