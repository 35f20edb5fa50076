package io.plumbline.server.platform.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several reads in one order: a page of each, merged. For records that lie apart in an index whose order holds within each part
 * only. The reads have keys of the same types, and parameters of one name have one value.
 */
public record MergedRead(List<? extends Read> reads) implements Read {

    @Override
    public List<Key> keys() {
        return reads.getFirst().keys();
    }

    @Override
    public Statement page(boolean descending, @Nullable Place after, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> pages = reads.stream()
                .map(read -> read.page(descending, after, limit))
                .map(page -> {
                    parameters.putAll(page.parameters());
                    return "(" + page.sql() + ")";
                })
                .toList();
        Keyset keyset = new Keyset(keys(), descending).numbered();
        String sql = """
                select %s
                from (
                %s) merged (%s)
                order by %s
                limit %d""".formatted(
                keyset.columns(), String.join("\nunion all\n", pages), keyset.columns(), keyset.orderBy(), limit);
        return new Statement(sql, parameters);
    }
}
