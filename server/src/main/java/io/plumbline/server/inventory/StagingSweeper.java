package io.plumbline.server.inventory;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drops staging schemas: a run's own at its end, and those that killed processes left behind. */
final class StagingSweeper {

    private StagingSweeper() {}

    static void drop(JdbcClient jdbc, String schema) {
        jdbc.sql("drop schema if exists " + schema + " cascade").update();
    }

    /** @param running runs whose staging is in use */
    static void sweep(JdbcClient jdbc, Collection<Long> running) {
        List<String> kept = running.stream().map(Staging::schemaOf).toList();
        jdbc
                .sql("select nspname from pg_namespace where nspname ~ '^staging_[0-9]+$'")
                .query(String.class)
                .list()
                .stream()
                .filter(schema -> !kept.contains(schema))
                .forEach(schema -> drop(jdbc, schema));
    }
}
