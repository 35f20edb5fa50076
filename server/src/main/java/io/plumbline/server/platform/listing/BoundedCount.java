package io.plumbline.server.platform.listing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts no further than {@link Total#COUNTED}. */
public final class BoundedCount {

    private BoundedCount() {}

    public static Total of(JdbcClient jdbc, String from, Conditions conditions) {
        Statement count = statement(from, conditions);
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
                  limit %d) some""".formatted(from, conditions.sql(), Total.COUNTED + 1);
        return new Statement(sql, conditions.parameters());
    }
}
