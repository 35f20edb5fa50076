package io.plumbline.server.inventory;

import java.util.ArrayList;
import java.util.List;

/** Tells what a computed change set would do: how many, and which first. Reads {@code staging}. */
final class PlannedChanges {

    private PlannedChanges() {}

    private record Group(String change, String reason, long count) {}

    static List<PlannedChange> of(RunSql sql) {
        List<PlannedChange> changes = new ArrayList<>();
        add(changes, sql, "ASSET", ASSETS);
        add(changes, sql, "FINDING", FINDINGS);
        return changes;
    }

    private static void add(List<PlannedChange> changes, RunSql sql, String of, String planned) {
        List<Group> groups = sql.statement("with planned as (" + planned + ")"
                        + " select change, reason, count(*) as count from planned where change <> ''"
                        + " group by change, reason order by change, reason")
                .query((row, _) -> new Group(row.getString("change"), row.getString("reason"), row.getLong("count")))
                .list();
        for (Group group : groups) {
            List<String> examples = sql.with("change", group.change())
                    .with("reason", group.reason())
                    .texts("with planned as (" + planned + ")"
                            + " select example from planned where change = :change and reason = :reason"
                            + " order by example limit 100");
            changes.add(new PlannedChange(
                    of, group.change(), group.reason().isEmpty() ? null : group.reason(), group.count(), examples));
        }
    }

    /** Archived at birth counts as archived; a change of the reason alone is no change that anybody sees. */
    private static final String ASSETS = """
            select case when c.before_status <> 2 and c.after_status = 2 then 'ARCHIVED'
                        when c.before_status = 0 then 'CREATED'
                        when c.before_status = 2 and c.after_status = 1 then 'RESTORED'
                        when c.updated then 'UPDATED'
                        else '' end as change,
                   case when c.before_status <> 2 and c.after_status = 2
                        then (array['NOT_RETURNED', 'RETENTION', 'VENDOR_STATUS', 'FILTERED'])[c.after_reason] else '' end as reason,
                   n.name as example
            from staging.asset_change c
            join asset_name n on n.connector_id = :connector and n.id = c.after_name_id""";

    /** What would happen to findings as lists show them. Withheld: they leave the lists, their state stays. */
    private static final String FINDINGS = """
            select case when f.before_state is null then 'CREATED'
                        when f.before_state < 3 and f.after_state = 3 then 'FIXED'
                        when f.before_state = 3 and f.after_state = 2 then 'RESURFACED'
                        when f.before_open and not f.after_open then 'WITHHELD'
                        when not f.before_open and f.after_open then 'RETURNED'
                        else '' end as change,
                   case when f.before_state < 3 and f.after_state = 3
                          then (array['NOT_RETURNED', 'EXCLUDED'])[f.fixed_reason]
                        when f.before_state is not null and f.before_state = f.after_state and f.before_open and not f.after_open
                          then (array['ASSET_ARCHIVED', 'NO_ASSET', 'FILTERED', 'ASSETS_ONLY'])[f.after_withheld]
                        else '' end as reason,
                   w.name || ' on ' || n.name as example
            from staging.finding_change f
            join weakness w on w.id = f.weakness_id
            join staging.name n on n.id = f.name_id""";
}
