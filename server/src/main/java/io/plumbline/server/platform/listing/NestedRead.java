package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a small table in order and, below each of its rows, along the index of a large one, no further than a page. For a
 * sort whose first keys are the small table's: a plain join would gather all of the large one's rows below a row, and sort them.
 *
 * @param outer the small table with its alias
 * @param outerConditions which of its rows can have anything below them
 * @param inner tables and joins of what is below; may name the outer alias in its {@code on}
 * @param conditions all others; may name the outer alias
 * @param innerKey an integer column that tells records below one outer row apart
 */
public record NestedRead(
        String outer,
        Conditions outerConditions,
        List<Key> outerKeys,
        String inner,
        Conditions conditions,
        Key innerKey)
        implements Read {

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(outerKeys);
        keys.add(innerKey);
        return keys;
    }

    @Override
    public Statement page(boolean descending, @Nullable Place after, int limit) {
        Keyset above = new Keyset(outerKeys, descending);
        Keyset below = new Keyset(List.of(innerKey), descending);
        List<Key> keys = new ArrayList<>(outerKeys);
        keys.add(Key.integer("below.key"));
        Keyset whole = new Keyset(keys, descending);
        Conditions outerAll = outerConditions.copy();
        Conditions innerAll = conditions.copy();
        if (after != null) {
            outerAll.and(above.fromOn());
            innerAll.and(afterBelow(above, descending));
            Keyset.bind(after, outerAll);
        }
        String sql = """
                select %s
                from %s
                cross join lateral (
                  select %s as key
                  from %s
                  where %s
                  order by %s
                  limit %d) below
                where %s
                order by %s
                limit %d""".formatted(
                        whole.columns(),
                        outer,
                        innerKey.sql(),
                        inner,
                        innerAll.sql(),
                        below.orderBy(),
                        limit,
                        outerAll.sql(),
                        whole.orderBy(),
                        limit);
        outerAll.parameters().forEach(innerAll::with);
        return new Statement(sql, innerAll.parameters());
    }

    /** Below the outer row where the last page ended only what comes after; below all others everything. An index can use it. */
    private String afterBelow(Keyset above, boolean descending) {
        return "%s %s case when %s then %s else %d end"
                .formatted(
                        innerKey.sql(),
                        descending ? "<" : ">",
                        above.at(),
                        innerKey.parameter("after" + outerKeys.size()),
                        descending ? Integer.MAX_VALUE : Integer.MIN_VALUE);
    }
}
