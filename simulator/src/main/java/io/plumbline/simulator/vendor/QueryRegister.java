package io.plumbline.simulator.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The queries whose results can still be asked for: the latest 200. Thread-safe. */
final class QueryRegister {

    private static final int KEPT = 200;

    private final LinkedHashMap<String, StartedQuery> queries = new LinkedHashMap<>();
    private long number;

    /** 14 hexadecimal digits, a number, {@code inv}. */
    synchronized String nextId() {
        number++;
        long digits = (number * 0x9E3779B97F4A7C15L) >>> 8;
        return String.format(Locale.ROOT, "%014x_%d_inv", digits, number);
    }

    synchronized void add(StartedQuery query) {
        queries.put(query.id(), query);
        if (queries.size() > KEPT) {
            queries.pollFirstEntry();
        }
    }

    synchronized Optional<StartedQuery> byId(String id) {
        return Optional.ofNullable(queries.get(id));
    }

    synchronized Optional<StartedQuery> byStreamId(String id) {
        return queries.values().stream()
                .filter(query -> query.streamId().equals(id))
                .findFirst();
    }

    synchronized List<StartedQuery> running() {
        return queries.values().stream().filter(StartedQuery::running).toList();
    }
}
