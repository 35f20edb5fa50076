package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a small table in order and, below each of its rows, along the index of a large one, no further than a page. For a
 * sort whose first keys are the small table's: a plain join would gather all of the large one's rows below a row, and sort them.
 *
 * @param outer the small table with its alias
 * @param outerConditions which of its rows can have anything below them
 * @param outerKeys none where the outer rows are stretches of one index, each in order, to be merged
 * @param inner tables and joins of what is below; may name the outer alias in its {@code on}
 * @param conditions all others; may name the outer alias
 * @param innerKeys what tells records below one outer row apart; integers, where there are outer keys
 */
public record NestedRead(
        String outer,
        Conditions outerConditions,
        List<Key> outerKeys,
        String inner,
        Conditions conditions,
        List<Key> innerKeys)
        implements Read {

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(outerKeys);
        keys.addAll(innerKeys);
        return keys;
    }

    @Override
    public Statement page(boolean descending, @Nullable Place after, int limit) {
        return read(descending, after, limit, true);
    }

    /** Any records, found along the same indexes, but nothing is merged or sorted. */
    public Statement some(int limit) {
        return read(false, null, limit, false);
    }

    private Statement read(boolean descending, @Nullable Place after, int limit, boolean inOrder) {
        Keyset above = new Keyset(outerKeys, descending);
        Keyset below = new Keyset(innerKeys, descending);
        List<Key> keys = new ArrayList<>(outerKeys);
        for (int i = 0; i < innerKeys.size(); i++) {
            keys.add(new Key("below.key" + i, innerKeys.get(i).type()));
        }
        Keyset whole = new Keyset(keys, descending);
        Conditions outerAll = outerConditions.copy();
        Conditions innerAll = conditions.copy();
        if (after != null) {
            if (outerKeys.isEmpty()) {
                innerAll.and(below.after());
            } else {
                outerAll.and(above.fromOn());
                innerAll.and(afterBelow(above, below));
            }
            Keyset.bind(after, outerAll);
        }
        String sql = """
                select %s
                from %s
                cross join lateral (
                  select %s
                  from %s
                  where %s
                  order by %s
                  limit %d) below
                where %s
                %slimit %d""".formatted(
                        whole.columns(),
                        outer,
                        IntStream.range(0, innerKeys.size())
                                .mapToObj(i -> innerKeys.get(i).sql() + " as key" + i)
                                .collect(Collectors.joining(", ")),
                        inner,
                        innerAll.sql(),
                        below.orderBy(),
                        limit,
                        outerAll.sql(),
                        inOrder ? "order by " + whole.orderBy() + "\n" : "",
                        limit);
        outerAll.parameters().forEach(innerAll::with);
        return new Statement(sql, innerAll.parameters());
    }

    /** Below the outer row where the last page ended only what comes after; below all others everything. An index can use it. */
    private String afterBelow(Keyset above, Keyset below) {
        int edge = below.descending() ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        String from = IntStream.range(0, innerKeys.size())
                .mapToObj(i -> "case when %s then %s else %d end"
                        .formatted(above.at(), innerKeys.get(i).parameter("after" + (outerKeys.size() + i)), edge))
                .collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(below.columns(), below.descending() ? "<" : ">", from);
    }
}
