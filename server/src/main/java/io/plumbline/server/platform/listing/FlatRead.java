package io.plumbline.server.platform.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins and sorts; whether to walk along an index or to collect first is PostgreSQL's choice.
 *
 * @param from the tables
 * @param leading how many keys, from the first on, are columns of the table whose index has the order; an index knows nothing
 *     of a row comparison that spans tables
 */
public record FlatRead(String from, Conditions conditions, List<Key> keys, int leading) implements Read {

    /** All keys are of one table. */
    public FlatRead(String from, Conditions conditions, List<Key> keys) {
        this(from, conditions, keys, keys.size());
    }

    @Override
    public Statement page(boolean descending, @Nullable Place after, int limit) {
        Keyset keyset = new Keyset(keys, descending);
        Conditions all = conditions.copy();
        if (after != null) {
            all.and(keyset.after());
            if (leading < keys.size()) {
                all.and(new Keyset(keys.subList(0, leading), descending).fromOn());
            }
            Keyset.bind(after, all);
        }
        // The limit is in the text, because the plan depends on it.
        String sql = """
                select %s
                from %s
                where %s
                order by %s
                limit %d""".formatted(keyset.columns(), from, all.sql(), keyset.orderBy(), limit);
        return new Statement(sql, all.parameters());
    }
}
