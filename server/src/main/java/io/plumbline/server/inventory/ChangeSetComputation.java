package io.plumbline.server.inventory;

import io.plumbline.server.inventory.ChangeCounts.Assets;
import io.plumbline.server.inventory.ChangeCounts.Findings;
import io.plumbline.server.platform.database.Folding;
import java.util.List;

/** Computes a change set in one transaction that writes {@code staging} and the two dictionaries only. */
final class ChangeSetComputation {

    private static final int HOSTS_AT_A_TIME = 10_000;

    private ChangeSetComputation() {}

    static ChangeSet compute(RunSql plain, Fence fence, Rules rules, Evidence evidence) {
        RunSql sql = plain.with("at", rules.at())
                .with("observed_since", rules.observedSince())
                .with("remove_statuses", rules.removeStatuses().toArray(String[]::new))
                .with("include_excluded", rules.includeExcluded())
                .with("endpoints_complete", evidence.endpointsComplete())
                .with("findings_complete", evidence.findingsComplete());
        sql = sql.with("findings_ingested", findingsIngested(sql, rules, evidence));
        // Hash joins of millions of rows spill at the default of 4 MB; more than this gains nothing.
        sql.run("set local work_mem = '32MB'");
        if (!evidence.findingsRead()) {
            // What came before the source turned out to have nothing to say is no finding.
            sql.run("truncate staging.weakness, staging.affected");
        }
        AssetChanges.compute(sql);
        FindingChanges.compute(sql);
        return new ChangeSet(
                fence,
                rules,
                evidence,
                new ChangeCounts(assets(sql), evidence.findingsRead() ? findings(sql) : null),
                massChange(sql),
                sql.statement("select count(*) from staging.finding_change")
                        .query(Long.class)
                        .single(),
                evidence.findingsRead() ? unmatchedByCase(sql) : 0,
                evidence.findingsRead() ? unmatchedExamples(sql) : List.of());
    }

    /** Findings withheld by "assets only" come back with the next findings that are read, not before. */
    static boolean findingsIngested(RunSql sql, Rules rules, Evidence evidence) {
        return rules.ingestFindings()
                && (evidence.findingsRead()
                        || sql.statement(
                                        "select findings_ingested from connector_inventory where connector_id = :connector")
                                .query(Boolean.class)
                                .single());
    }

    private static Assets assets(RunSql sql) {
        return sql.statement("""
                        with changed as (
                          select count(*) filter (where before_status = 0) as created,
                                 count(*) filter (where before_status = 2 and after_status = 1) as restored,
                                 count(*) filter (where updated and before_status > 0 and not (before_status = 2 and after_status = 1)) as updated,
                                 count(*) filter (where before_status <> 2 and after_status = 2) as archived
                          from staging.asset_change)
                        select received, created, updated, received - created - updated - restored as unchanged, archived, restored
                        from changed, (select count(*) as received from staging.reported) as r""").query(Assets.class).single();
    }

    private static Findings findings(RunSql sql) {
        return sql.statement("""
                        with pairs as (
                          select count(*) as matched,
                                 count(*) filter (where n.after_withheld = 1) as on_archived,
                                 count(*) filter (where n.after_withheld is null and c.rescored) as rescored
                          from staging.pair p
                          join staging.name n on n.id = p.name_id
                          left join staging.weakness_change c on c.weakness_id = p.weakness_id and c.rescored),
                        changed as (
                          select count(*) filter (where f.before_state is null) as created,
                                 count(*) filter (where f.before_state = 3 and f.after_state = 2) as resurfaced,
                                 count(*) filter (where f.before_state < 3 and f.after_state = 3) as fixed,
                                 count(*) filter (where c.rescored and (f.before_state is null or (f.before_state = 3 and f.after_state = 2))) as rescored
                          from staging.finding_change f
                          left join staging.weakness_change c on c.weakness_id = f.weakness_id and c.rescored)
                        select p.matched + u.unmatched as received, c.created, p.rescored - c.rescored as updated,
                               p.matched - p.on_archived - c.created - c.resurfaced - (p.rescored - c.rescored) as unchanged,
                               c.fixed, c.resurfaced, u.unmatched, p.on_archived, 0 as filtered
                        from pairs p, changed c, (select count(*) as unmatched from staging.unmatched) u""").query(Findings.class).single();
    }

    private static MassChange massChange(RunSql sql) {
        return sql.statement("""
                        with archived as (select after_name_id as name_id from staging.asset_change where before_status = 1 and after_status = 2)
                        select (select count(*) from archived) as assets_leaving,
                               (select active_assets from connector_inventory where connector_id = :connector) as assets_before,
                               (select count(*) from staging.finding_change
                                where before_open and not after_open
                                  and not (after_withheld is not distinct from 1 and name_id in (select name_id from archived))) as findings_leaving,
                               (select coalesce(sum(open_count), 0) from connector_weakness where connector_id = :connector) as findings_before""").query(MassChange.class).single();
    }

    private static long unmatchedByCase(RunSql sql) {
        long pairs = 0;
        List<String> hosts = unmatchedHosts(sql, "");
        while (!hosts.isEmpty()) {
            pairs += sql.with("folded", hosts.stream().map(Folding::fold).toArray(String[]::new))
                    .with("hosts", hosts.toArray(String[]::new))
                    .statement("""
                            select count(*)
                            from unnest(:hosts::text[], :folded::text[]) as h (host, folded)
                            join staging.unmatched p on p.host = h.host collate "C"
                            where exists (select from staging.name n where n.folded = h.folded collate "C" and n.after_active > 0)""")
                    .query(Long.class)
                    .single();
            hosts = unmatchedHosts(sql, hosts.getLast());
        }
        return pairs;
    }

    /** Some at a time, because they are folded here. */
    private static List<String> unmatchedHosts(RunSql sql, String after) {
        return sql.with("after", after).with("limit", HOSTS_AT_A_TIME).texts("""
                select host from staging.host where name_id is null and host > :after order by host limit :limit""");
    }

    private static List<String> unmatchedExamples(RunSql sql) {
        return sql.texts("""
                        select distinct host from staging.unmatched order by host limit 5""");
    }
}
