package io.plumbline.server.inventory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where new findings of one connector go. Its first ones go into a table of their own, which is attached with its indexes
 * afterwards: at five million findings 18 s instead of 65 s, and with {@code wal_level = minimal} hardly any WAL.
 */
final class FindingPartition {

    private static final String COLUMNS =
            " (connector_id, name_id, weakness_id, state, fixed_reason, withheld, first_observed_at, last_observed_at,"
                    + " state_since, state_sync) ";

    private final String table;
    private final boolean attached;

    private FindingPartition(String table, boolean attached) {
        this.table = table;
        this.attached = attached;
    }

    static FindingPartition of(RunSql sql, int connectorId) {
        String table = tableOf(connectorId);
        boolean attached = sql.with("table", table)
                .statement("select to_regclass(:table) is not null")
                .query(Boolean.class)
                .single();
        return new FindingPartition(table, attached);
    }

    static String tableOf(int connectorId) {
        return "finding_" + connectorId;
    }

    /** @param rows a query that yields the columns of new findings */
    void insert(RunSql sql, String rows) {
        if (attached) {
            sql.run("insert into " + table + COLUMNS + rows);
            return;
        }
        sql.run("create table " + table + " (like finding including defaults including generated)");
        sql.run("alter table " + table
                + " set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05)");
        if (sql.run("insert into " + table + COLUMNS + rows) == 0) {
            sql.run("drop table " + table);
            return;
        }
        sql.run("set local maintenance_work_mem = '128MB'");
        sql.run("alter table finding attach partition " + table + " for values in (" + idOf(table) + ")");
        sql.run("analyze " + table);
    }

    void vacuum(JdbcClient jdbc) {
        if (attached) {
            jdbc.sql("vacuum (analyze) " + table).update();
        }
    }

    private static String idOf(String table) {
        return table.substring(table.lastIndexOf('_') + 1);
    }
}
