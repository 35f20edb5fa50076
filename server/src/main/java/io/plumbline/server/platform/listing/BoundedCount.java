package io.plumbline.server.platform.listing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts no further than {@link Total#COUNTED}. */
public final class BoundedCount {

    private BoundedCount() {}

    public static Total of(JdbcClient jdbc, String from, Conditions conditions) {
        return run(jdbc, statement(from, conditions));
    }

    /** @param found finds the records and looks itself for no more than {@link Total#COUNTED} and one */
    public static Total of(JdbcClient jdbc, Statement found) {
        return run(jdbc, new Statement("select count(*) from (" + found.sql() + ") found", found.parameters()));
    }

    private static Total run(JdbcClient jdbc, Statement count) {
        return Total.counted(jdbc.sql(count.sql())
                .params(count.parameters())
                .query(Long.class)
                .single());
    }

    static Statement statement(String from, Conditions conditions) {
        String sql = """
                select count(*) from (
                  select 1
                  from %s
                  where %s
                  limit %d) counted""".formatted(from, conditions.sql(), Total.COUNTED + 1);
        return new Statement(sql, conditions.parameters());
    }
}
