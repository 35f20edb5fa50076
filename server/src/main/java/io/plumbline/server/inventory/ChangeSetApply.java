package io.plumbline.server.inventory;

/** Applies a change set inside the caller's transaction. */
final class ChangeSetApply {

    private ChangeSetApply() {}

    static void apply(RunSql plain, ChangeSet changes) {
        Rules rules = changes.rules();
        Evidence evidence = changes.evidence();
        RunSql sql = plain.with("at", rules.at())
                .with("epoch", changes.fence().epoch())
                .with("version", changes.fence().version())
                .with("endpoints_complete", evidence.endpointsComplete())
                .with("findings_complete", evidence.findingsComplete())
                .with("findings_ingested", ChangeSetComputation.findingsIngested(plain, rules, evidence));
        // A node that is stopped in the middle must not hold its locks for ever.
        sql.run("set local lock_timeout = '10s'");
        sql.run("set local idle_in_transaction_session_timeout = '60s'");
        sql.run("set local work_mem = '32MB'");
        passFence(sql, changes.fence());
        AssetApply.apply(sql);
        FindingApply.apply(sql, FindingPartition.of(sql, changes.fence().connectorId()));
        sql.run(TREND);
        sql.run(INVENTORY);
    }

    private static void passFence(RunSql sql, Fence fence) {
        boolean ours = sql.statement("""
                        select true from connector_inventory
                        where connector_id = :connector and run_epoch = :epoch and version = :version
                        for update""").query(Boolean.class).optional().isPresent();
        if (!ours) {
            throw new FencedException(fence);
        }
    }

    private static final String TREND = """
            insert into inventory_trend (connector_id, sync_id, at, severity, open, opened, fixed, resurfaced)
            select :connector, :run, :at, s.severity, coalesce(o.open, 0), coalesce(m.opened, 0), coalesce(m.fixed, 0), coalesce(m.resurfaced, 0)
            from generate_series(0, 4) as s (severity)
            left join (
              select severity, sum(open_count) as open from connector_weakness where connector_id = :connector group by severity) o
              on o.severity = s.severity
            left join (
              select after_severity as severity, count(*) filter (where before_state is null) as opened,
                     count(*) filter (where before_state < 3 and after_state = 3) as fixed,
                     count(*) filter (where before_state = 3 and after_state < 3) as resurfaced
              from staging.finding_change group by after_severity) m
              on m.severity = s.severity""";

    private static final String INVENTORY = """
            update connector_inventory i
            set version = i.version + 1,
                assets_observed_at = case when :endpoints_complete then :at else i.assets_observed_at end,
                findings_observed_at = case when :findings_complete then :at else i.findings_observed_at end,
                findings_ingested = :findings_ingested,
                active_assets = i.active_assets + d.active,
                archived_assets = i.archived_assets + d.archived
            from (
              select count(*) filter (where after_status = 1) - count(*) filter (where before_status = 1) as active,
                     count(*) filter (where after_status = 2) - count(*) filter (where before_status = 2) as archived
              from staging.asset_change) d
            where i.connector_id = :connector""";
}
