package io.plumbline.server.platform.listing;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An inventory of half a million findings on ten thousand assets of three connectors, the first of which has nine tenths, made by
 * SQL in seconds. A twentieth of the assets is archived, a seventh of the findings fixed, one in five hundred resurfaced; severities
 * are as uneven as in the world; every weakness moved on each of the last forty days. Made once for all tests, which only read it; it goes with the JVM. Safe for many threads.
 */
public final class ManyRecords {

    private static final int FINDINGS_OF_A_NAME = 50;

    private static final class Holder {
        private static final ManyRecords INSTANCE = new ManyRecords();
    }

    private final TestDatabase database = MigratedDatabase.create();
    private final HikariDataSource source = new HikariDataSource();
    private final JdbcClient jdbc;

    private ManyRecords() {
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setMaximumPoolSize(4);
        jdbc = JdbcClient.create(source);
        run(CONNECTORS);
        run(WEAKNESSES);
        addNames(1, 9_000);
        addNames(2, 950);
        addNames(3, 50);
        run(ASSETS);
        run(SIGHTINGS);
        for (int connector = 1; connector <= 3; connector++) {
            addFindings(connector);
        }
        run("analyze");
        run(COUNT_WEAKNESSES);
        run(COUNT_NAMES);
        run(TREND);
        run("vacuum analyze");
    }

    public static ManyRecords made() {
        return Holder.INSTANCE;
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private void addNames(int connector, int names) {
        jdbc.sql("""
                        insert into asset_name (connector_id, name, folded, active_assets, archived_assets)
                        select :connector, 'WKS-' || lpad(place::text, 6, '0'), 'wks-' || lpad(place::text, 6, '0'),
                               (place % 20 <> 0)::int, (place % 20 = 0)::int
                        from generate_series(1, :names) n, lateral (select n * 7919 % (:names + 1) as place) p
                        where place > 0""").param("connector", connector).param("names", names).update();
    }

    private void addFindings(int connector) {
        run("create table finding_" + connector + " (like finding including defaults including generated)");
        jdbc.sql("insert into finding_" + connector + FINDINGS)
                .param("connector", connector)
                .param("perName", FINDINGS_OF_A_NAME)
                .update();
        run("alter table finding attach partition finding_%1$d for values in (%1$d)".formatted(connector));
    }

    private static final String CONNECTORS = """
            with made as (
              insert into connector (type, name, name_key, settings, data_pulling, connection, created_at, updated_at)
              select 'scripted', n::text, n::text, '{}', '{}', '{}', '2025-01-01Z', '2025-01-01Z' from generate_series(1, 3) n
              returning id)
            insert into connector_inventory (connector_id, assets_observed_at, findings_observed_at)
            select id, '2026-03-01Z', '2026-03-01Z' from made""";

    private static final String WEAKNESSES = """
            with made as (
              insert into weakness (name, folded)
              select 'CVE-' || 2010 + n % 17 || '-' || 1000 + n, 'cve-' || 2010 + n % 17 || '-' || 1000 + n from generate_series(1, 2000) n
              returning id)
            insert into connector_weakness (connector_id, weakness_id, severity, score, excluded, affected_products, folded_products,
                                            first_observed_at)
            select c, id, severity, case when id % 9 > 0 and severity > 0 then (array[1.0, 4.0, 7.0, 9.0])[severity] + id % 10 / 10.0 end,
                   false, array['Product ' || id % 300], array['product ' || id % 300], '2025-01-01Z'
            from made, generate_series(1, 3) c,
                 lateral (select case when id % 100 < 3 then 4 when id % 100 < 25 then 3 when id % 100 < 80 then 2
                                      when id % 100 < 97 then 1 else 0 end as severity) s""";

    private static final String ASSETS = """
            insert into asset (connector_id, external_id, name_id, folded_name, status, archived_reason, archived_at, operating_system, ipv4, ipv6, mac,
                               tags, custom, search, facets, content_hash, first_observed_at, first_seen_by_vendor, created_sync, changed_sync)
            select connector_id, 'id-' || id, id, folded, 2 - active_assets, case when active_assets = 0 then 1 end,
                   case when active_assets = 0 then timestamptz '2026-02-01Z' end, 'OS ' || id % 5, array['10.0.0.1'], '{}', '{}',
                   array['t' || id % 10, 'rare' || id % 2000], '{}', folded || E'\\n10.0.0.1',
                   array['group:g' || id % 20, 'os:os ' || id % 5, 'tag:rare' || id % 2000, 'tag:t' || id % 10, 'type:t' || id % 3],
                   gen_random_uuid(), timestamptz '2025-01-01Z' + id % 400 * interval '1 day', true, 1, 1
            from asset_name""";

    private static final String SIGHTINGS = """
            insert into asset_sighting (connector_id, asset_id, status, last_observed_at, vendor_status, folded_vendor_status)
            select connector_id, id, status, timestamptz '2026-01-01Z' + id % 90 * interval '1 day', 'CONNECTED', 'connected' from asset""";

    private static final String FINDINGS = """
             (connector_id, name_id, weakness_id, state, fixed_reason, withheld, first_observed_at, last_observed_at,
             state_since, state_sync)
            select n.connector_id, n.id, w, s.state, case when state = 3 then 1 end, case when n.active_assets = 0 then 1 end, t.first,
                   case when state = 3 or n.active_assets = 0 then timestamptz '2026-02-01Z' end,
                   case when state = 1 then t.first else t.first + interval '20 days' end, 1
            from asset_name n
            cross join lateral (
              select distinct (1 + power(abs(hashint8(n.id::bigint * 1000 + g)) / 2147483648.0, 2) * 1999)::int as w
              from generate_series(1, :perName) g) x
            cross join lateral (select abs(hashint8(n.id::bigint * 5000 + w)) % 1000 as r) h
            cross join lateral (select case when r < 145 then 3 when r < 147 then 2 else 1 end as state) s
            cross join lateral (select timestamptz '2025-01-01Z' + (n.id * 3 + w * 7) % 400 * interval '1 day' as first) t
            where n.connector_id = :connector
            order by n.id, w""";

    private static final String COUNT_WEAKNESSES = """
            update connector_weakness k
            set open_count = c.open, fixed_count = c.fixed, affected_assets = c.open
            from (select connector_id, weakness_id, count(*) filter (where state < 3) as open, count(*) filter (where state = 3) as fixed
                  from finding where withheld is null group by 1, 2) c
            where c.connector_id = k.connector_id and c.weakness_id = k.weakness_id""";

    private static final String COUNT_NAMES = """
            update asset_name n
            set critical = c.critical, high = c.high, medium = c.medium, low = c.low, info = c.info
            from (select f.connector_id, f.name_id, count(*) filter (where severity = 4) as critical,
                         count(*) filter (where severity = 3) as high, count(*) filter (where severity = 2) as medium,
                         count(*) filter (where severity = 1) as low, count(*) filter (where severity = 0) as info
                  from finding f
                  join connector_weakness k on k.connector_id = f.connector_id and k.weakness_id = f.weakness_id
                  where f.withheld is null and f.state < 3
                  group by 1, 2) c
            where c.connector_id = n.connector_id and c.name_id = n.id""";

    private static final String TREND = """
            with runs as (
              select c as connector_id, timestamptz '2026-03-01Z' - d * interval '1 day' as at, 1000 * c - d as sync_id
              from generate_series(1, 3) c, generate_series(0, 39) d),
            whole as (
              insert into inventory_trend (connector_id, sync_id, at, severity, open, opened, fixed, resurfaced)
              select connector_id, sync_id, at, severity, 100, 1, 1, 1 from runs, generate_series(0, 4) severity)
            insert into weakness_trend (connector_id, weakness_id, at, sync_id, open, opened, fixed, resurfaced)
            select connector_id, weakness_id, at, sync_id, 10, 1, 1, 1 from runs join connector_weakness using (connector_id)
            order by at, connector_id, weakness_id""";
}
