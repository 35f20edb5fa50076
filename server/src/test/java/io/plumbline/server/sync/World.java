package io.plumbline.server.sync;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorHealth;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.connector.Schedule;
import io.plumbline.server.platform.database.MigratedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with connectors to scripted vendors, and servers that work on it. */
final class World implements AutoCloseable {

    /** Names are a dictionary that computing may add to; what counts is who bears them. */
    private static final String USED = " and active_assets + archived_assets > 0";

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    final TestDatabase testDatabase;
    final HikariDataSource database = new HikariDataSource();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    private final Map<Integer, Connector> connectors = new ConcurrentHashMap<>();
    private final Map<Integer, Vendor> vendors = new ConcurrentHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    World() {
        testDatabase = MigratedDatabase.create();
        database.setJdbcUrl(testDatabase.jdbcUrl());
        database.setUsername(testDatabase.user());
        database.setPassword(testDatabase.password());
        database.setMaximumPoolSize(20);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** A server that has started. */
    Node start(String name) {
        Node node = node(name);
        node.lifecycle.start();
        return node;
    }

    /** A server that does not run yet. */
    Node node(String name) {
        Node node = new Node(this, new NodeId(name));
        nodes.add(node);
        return node;
    }

    /** A connector as it is stored; nothing hears of it. */
    int connector(Vendor vendor, UnaryOperator<DataPulling> pulling, Optional<Schedule> schedule) {
        int id = jdbc.sql("""
                        insert into connector (type, name, name_key, settings, data_pulling, connection, created_at, updated_at)
                        values ('scripted', 'Scripted', gen_random_uuid()::text, '{}', '{}', '{}', :now, :now) returning id""")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        vendors.put(id, vendor);
        connectors.put(
                id,
                new Connector(
                        id,
                        "scripted",
                        "Scripted",
                        new SettingValues(Map.of()),
                        pulling.apply(DataPulling.DEFAULT),
                        new io.plumbline.server.connector.Connection(null, null, null, 10),
                        schedule,
                        true,
                        false,
                        ConnectorHealth.CONNECTING,
                        1));
        return id;
    }

    int connector(Vendor vendor) {
        return connector(vendor, UnaryOperator.identity(), Optional.empty());
    }

    Connector stored(int id) {
        return sources().find(id).orElseThrow();
    }

    Connector reschedule(int id, Optional<Schedule> schedule) {
        Connector c = connectors.get(id);
        Connector after = new Connector(
                id,
                c.type(),
                c.name(),
                c.settings(),
                c.dataPulling(),
                c.connection(),
                schedule,
                c.enabled(),
                c.deleting(),
                c.health(),
                c.revision() + 1);
        connectors.put(id, after);
        return stored(id);
    }

    /** As a person changes data pulling; nothing hears of it. */
    void pull(int id, UnaryOperator<DataPulling> change) {
        connectors.computeIfPresent(
                id,
                (_, c) -> new Connector(
                        id,
                        c.type(),
                        c.name(),
                        c.settings(),
                        change.apply(c.dataPulling()),
                        c.connection(),
                        c.schedule(),
                        c.enabled(),
                        c.deleting(),
                        c.health(),
                        c.revision() + 1));
    }

    void disable(int id) {
        jdbc.sql("update connector set enabled = false where id = :id")
                .param("id", id)
                .update();
    }

    void enable(int id) {
        jdbc.sql("update connector set enabled = true where id = :id")
                .param("id", id)
                .update();
    }

    void delete(int id) {
        jdbc.sql("update connector set deleting = true where id = :id")
                .param("id", id)
                .update();
    }

    String health(int id) {
        return jdbc.sql("select health from connector where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Sources sources() {
        return new Sources() {
            @Override
            public Optional<Connector> find(int id) {
                return jdbc.sql("select enabled, deleting, health from connector where id = :id")
                        .param("id", id)
                        .query((row, number) -> {
                            Connector c = connectors.get(id);
                            return new Connector(
                                    id,
                                    c.type(),
                                    c.name(),
                                    c.settings(),
                                    c.dataPulling(),
                                    c.connection(),
                                    c.schedule(),
                                    row.getBoolean("enabled"),
                                    row.getBoolean("deleting"),
                                    ConnectorHealth.valueOf(row.getString("health")),
                                    c.revision());
                        })
                        .optional();
            }

            @Override
            public List<Connector> all() {
                return connectors.keySet().stream()
                        .map(this::find)
                        .flatMap(Optional::stream)
                        .toList();
            }

            @Override
            public io.plumbline.connector.api.Connector open(Connector stored) {
                return vendors.get(stored.id()).open();
            }

            @Override
            public boolean isPlainHttp(Connector stored) {
                return false;
            }

            @Override
            public void markConnected(int id) {
                mark(id, "CONNECTED");
            }

            @Override
            public void markFailed(int id) {
                mark(id, "FAILED");
            }

            @Override
            public void removed(int id) {
                jdbc.sql("delete from connector where id = :id and deleting")
                        .param("id", id)
                        .update();
            }

            private void mark(int id, String health) {
                jdbc.sql("update connector set health = :health where id = :id")
                        .param("id", id)
                        .param("health", health)
                        .update();
            }
        };
    }

    /**
     * The whole of a connector's inventory with its history and its standing, to see that nothing has changed, row versions included.
     */
    List<String> inventory(int connector) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "asset",
                "asset_sighting",
                "asset_name",
                "asset_former_name",
                "asset_change",
                "connector_weakness",
                "weakness_change",
                "finding",
                "finding_change",
                "inventory_trend",
                "weakness_trend")) {
            rows.addAll(jdbc.sql("select '" + table + " ' || xmin::text || ctid::text || ' ' || t::text from " + table
                            + " t where connector_id = :connector" + (table.equals("asset_name") ? USED : "")
                            + " order by 1")
                    .param("connector", connector)
                    .query(String.class)
                    .list());
        }
        // Its version by value: every run raises the fence that stands in the same row.
        rows.addAll(
                jdbc.sql("""
                        select concat_ws(' ', 'inventory', version, assets_observed_at, findings_observed_at, findings_ingested,
                                         active_assets, archived_assets)
                        from connector_inventory where connector_id = :connector""").param("connector", connector).query(String.class).list());
        return rows;
    }

    long activeAssets(int connector) {
        return jdbc.sql("select count(*) from asset where connector_id = :connector and status = 1")
                .param("connector", connector)
                .query(Long.class)
                .single();
    }

    List<Long> syncs(int connector) {
        return jdbc.sql("select id from sync where connector_id = :connector and kind = 'SYNC' order by id")
                .param("connector", connector)
                .query(Long.class)
                .list();
    }

    long staging() {
        return jdbc.sql("select count(*) from pg_namespace where nspname ~ '^staging_'")
                .query(Long.class)
                .single();
    }

    static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(condition);
    }

    @Override
    public void close() {
        nodes.forEach(Node::stop);
        database.close();
        testDatabase.close();
    }
}
