package io.plumbline.server.inventory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names of weaknesses, shared by all connectors. A run adds names when it computes and ties them to its connector when it
 * applies; in between, who removes names that nobody is tied to would take them from under it.
 */
final class WeaknessDictionary {

    /** Any number that no other advisory lock of this database has. */
    private static final long LOCK = 0x706c_756d_6277_6561L;

    private WeaknessDictionary() {}

    /**
     * Adds the names that were staged, in order, before the apply: inside it two connectors would wait for each other on a name
     * for as long as the apply lasts. Until the transaction ends no name is removed; after it the run is seen to be under way.
     */
    static void add(RunSql sql) {
        sql.with("lock", LOCK)
                .statement("select pg_advisory_xact_lock_shared(:lock) is null")
                .query(Boolean.class)
                .single();
        sql.run("""
                insert into weakness (name, folded)
                select distinct s.name, s.folded from staging.weakness s
                where not exists (select from weakness w where w.name = s.name)
                order by s.name
                on conflict do nothing""");
    }

    /**
     * Removes names that no connector is tied to, unless a run is under way that may count on one. They show nowhere, and the next
     * removal takes them along. Called in a transaction.
     */
    static void removeUnused(JdbcClient jdbc) {
        boolean ours = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (ours) {
            jdbc.sql("""
                            delete from weakness w
                            where not exists (select from connector_weakness k where k.weakness_id = w.id)
                              and not exists (select from sync where status = 'RUNNING')""").update();
        }
    }
}
