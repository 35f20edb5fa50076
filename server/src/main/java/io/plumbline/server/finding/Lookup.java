package io.plumbline.server.finding;

import io.plumbline.server.platform.listing.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How to see whether what a finding refers to is among the rows for which some conditions hold. */
enum Lookup {
    /**
     * Finding by finding, in a subquery that {@code offset 0} keeps PostgreSQL from turning into a join: it would guess how many
     * rows match, and one wrong guess makes it read and sort millions for a page of fifty.
     */
    ONE_BY_ONE("exists (select from %2$s where (%3$s) = (%1$s) and %4$s offset 0)"),
    /**
     * All rows once, into a hash table: worth it where thousands of findings are looked through, and only where the rows are known
     * to be at most {@link #MOST}. The limit is for PostgreSQL, which hashes nothing that it believes to be large; {@code is true}
     * keeps it from a join here too.
     */
    GATHERED("((%1$s) in (select %3$s from %2$s where %4$s limit " + Lookup.MOST + ")) is true");

    private static final int MOST = 50_000;

    private final String form;

    Lookup(String form) {
        this.form = form;
    }

    /**
     * @param references columns of the finding
     * @param keys columns of the rows, as many as there are references
     */
    String sql(String references, String rows, String keys, Conditions which) {
        return form.formatted(references, rows, keys, which.sql());
    }

    static boolean canGather(JdbcClient jdbc, String rows, Conditions which) {
        String sql = "select count(*) <= %1$d from (select from %2$s where %3$s limit %1$d + 1) counted"
                .formatted(MOST, rows, which.sql());
        return jdbc.sql(sql).params(which.parameters()).query(Boolean.class).single();
    }
}
