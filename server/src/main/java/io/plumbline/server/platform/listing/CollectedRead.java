package io.plumbline.server.platform.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects all that matches and sorts it, anew for each page. For {@link Total#isFew few} records: a guess that they are many would
 * walk along a whole index in search of them. Never sorts more than {@link Total#COUNTED} and one.
 *
 * @param from tables and joins
 */
public record CollectedRead(String from, Conditions conditions, List<Key> keys) implements Read {

    @Override
    public Statement page(boolean descending, @Nullable Place after, int limit) {
        Keyset there = new Keyset(keys, descending);
        Keyset here = there.numbered();
        Conditions rest = new Conditions();
        if (after != null) {
            rest.and(here.after());
            Keyset.bind(after, rest);
        }
        String sql = """
                with found (%1$s) as materialized (
                  select %2$s
                  from %3$s
                  where %4$s
                  limit %8$d)
                select %1$s
                from found
                where %5$s
                order by %6$s
                limit %7$d""".formatted(
                        here.columns(),
                        there.columns(),
                        from,
                        conditions.sql(),
                        rest.sql(),
                        here.orderBy(),
                        limit,
                        Total.COUNTED + 1);
        conditions.parameters().forEach(rest::with);
        return new Statement(sql, rest.parameters());
    }
}
