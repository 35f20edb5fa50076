package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AssetSink;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.WeaknessRecord;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * What one run has read so far, in a schema of its own with unlogged tables. Nothing in it is part of the inventory. The sinks
 * are safe for many threads. Closing drops the schema; what a killed process left behind is swept by {@link StagingSweeper}.
 */
public final class Staging implements AutoCloseable {

    private final JdbcClient jdbc;
    private final RunSql sql;
    private final Fence fence;
    private final StagingTable assets;
    private final StagingTable weaknesses;
    private final StagingTable affected;
    private final LongAdder cutSearchTexts = new LongAdder();

    private Staging(DataSource database, Fence fence) {
        this.jdbc = JdbcClient.create(database);
        this.fence = fence;
        this.sql = RunSql.of(jdbc, fence);
        var translator = new SQLErrorCodeSQLExceptionTranslator(database);
        String schema = schemaOf(fence.runId());
        this.assets = new StagingTable(database, translator, schema + ".asset");
        this.weaknesses = new StagingTable(database, translator, schema + ".weakness");
        this.affected = new StagingTable(database, translator, schema + ".affected");
    }

    static String schemaOf(long runId) {
        return "staging_" + runId;
    }

    static Staging open(DataSource database, Fence fence) {
        Staging staging = new Staging(database, fence);
        staging.createTables();
        return staging;
    }

    /** Takes assets; the same one may come several times. */
    public AssetSink assets() {
        return this::stage;
    }

    public FindingSink findings() {
        return new FindingSink() {
            @Override
            public void affected(int row, String assetName) throws InterruptedException {
                affected.add(copy -> copy.number(row).text(assetName));
            }

            @Override
            public void weakness(int row, WeaknessRecord weakness) throws InterruptedException {
                weaknesses.add(copy -> StagedWeakness.write(copy, row, weakness));
            }
        };
    }

    private void stage(AssetRecord asset) throws InterruptedException {
        StagedAsset staged = StagedAsset.of(asset);
        if (staged.searchIsCut()) {
            cutSearchTexts.increment();
        }
        assets.add(copy -> staged.write(copy, assets.rows()));
    }

    /** Makes everything staged so far visible to queries. */
    public void flush() throws InterruptedException {
        assets.flush();
        weaknesses.flush();
        affected.flush();
    }

    /** Distinct assets staged so far, after {@link #flush}. */
    public long distinctAssets() {
        return sql.statement("select count(distinct external_id) from staging.asset")
                .query(Long.class)
                .single();
    }

    /** Rows of assets whose text for searches was cut; an asset that came twice counts twice. */
    public long cutSearchTexts() {
        return cutSearchTexts.sum();
    }

    /**
     * Distinct pairs of name and weakness staged so far that are not set aside, after {@link #flush}; of a read that broke off in a
     * row, without that row's.
     */
    public long distinctPairs(boolean includeExcluded) {
        return sql.with("include_excluded", includeExcluded)
                .statement("""
                        select count(*) from (
                          select distinct a.host, w.name
                          from staging.affected a
                          join staging.weakness w on w.row_no = a.row_no
                          where :include_excluded or w.name not in (
                            select name from staging.weakness group by name having bool_and(excluded))) as pair""")
                .query(Long.class)
                .single();
    }

    /**
     * External ids of ACTIVE assets that were not staged, in order, after {@link #flush}: those whose absence the source is to
     * confirm.
     *
     * @param after the last id of the batch before; empty for the first
     */
    public List<String> missingAssets(String after, int limit) {
        return sql.with("after", after).with("limit", limit).texts("""
                        select a.external_id
                        from asset a
                        where a.connector_id = :connector and a.status = 1 and a.external_id > :after
                          and not exists (select from staging.asset s where s.external_id = a.external_id)
                        order by a.external_id
                        limit :limit""");
    }

    /** Speeds {@link #missingAssets}, once the read is over. */
    public void index() {
        sql.run("create index on staging.asset (external_id)");
        sql.run("analyze staging.asset");
    }

    public Fence fence() {
        return fence;
    }

    @Override
    public void close() {
        StagingSweeper.drop(jdbc, schemaOf(fence.runId()));
    }

    private void createTables() {
        sql.run("create schema " + schemaOf(fence.runId()));
        sql.run("""
                create unlogged table staging.asset (
                  position bigint, external_id text collate "C", name text collate "C", folded text collate "C", operating_system text,
                  fqdn text, ipv4 text[], ipv6 text[], mac text[], tags text[], custom jsonb, search text, facets text[], facet_labels text[],
                  content_hash uuid, vendor_status text, folded_vendor_status text collate "C",
                  first_observed_at timestamptz, last_observed_at timestamptz
                ) with (autovacuum_enabled = false)""");
        sql.run("""
                create unlogged table staging.weakness (
                  row_no int, name text collate "C", folded text collate "C", severity smallint, score numeric(4, 2), vendor_severity text,
                  description text, folded_description text collate "C", excluded boolean, complete boolean, vendor_affected bigint,
                  affected_products text[], folded_products text[], published_at timestamptz, exploitability_score numeric(4, 2), impact_score numeric(4, 2), type text
                ) with (autovacuum_enabled = false)""");
        // The row number ties a name to its weakness, so that names stream out before their row's weakness is known.
        sql.run("""
                create unlogged table staging.affected (row_no int, host text collate "C")
                with (autovacuum_enabled = false)""");
    }
}
