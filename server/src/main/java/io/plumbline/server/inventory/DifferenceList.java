package io.plumbline.server.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects differences, one per reason and direction, in the order of the reasons. Used by one thread. */
final class DifferenceList {

    private final boolean changesCount;
    private final List<Difference> differences = new ArrayList<>();

    /** @param changesCount whether a change since the last sync explains anything */
    DifferenceList(boolean changesCount) {
        this.changesCount = changesCount;
    }

    void add(DifferenceReason reason, long count, List<String> examples) {
        if (count == 0 || (reason == DifferenceReason.CHANGED_SINCE && !changesCount)) {
            return;
        }
        for (int i = 0; i < differences.size(); i++) {
            Difference other = differences.get(i);
            if (other.reason() == reason && (other.count() > 0) == (count > 0)) {
                differences.set(
                        i,
                        new Difference(
                                reason,
                                other.count() + count,
                                other.examples().isEmpty() ? examples : other.examples()));
                return;
            }
        }
        differences.add(new Difference(reason, count, examples));
    }

    /** What a table in staging holds, a row per record: {@code reason, direction, example}. */
    void addAll(RunSql sql, String table) {
        sql.statement("""
                        select d.reason, d.direction * count(*) as count,
                               array(select e.example from staging.%1$s e
                                     where e.reason = d.reason and e.direction = d.direction order by e.example limit 5) as examples
                        from staging.%1$s d
                        group by d.reason, d.direction""".formatted(table))
                .query((row, _) -> new Difference(
                        DifferenceReason.valueOf(row.getString("reason")), row.getLong("count"), List.of((String[])
                                row.getArray("examples").getArray())))
                .list()
                .forEach(found -> add(found.reason(), found.count(), found.examples()));
    }

    List<Difference> all() {
        return differences.stream()
                .sorted(Comparator.comparing(Difference::reason)
                        .thenComparing(Difference::count, Comparator.reverseOrder()))
                .toList();
    }
}
