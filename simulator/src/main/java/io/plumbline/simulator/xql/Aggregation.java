package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts and sums over all rows, or over each group of them. It holds one entry per group, and no rows. */
final class Aggregation {

    /** Rows that have some cells in common, and a sum for each aggregate. */
    private static final class Group {
        final List<@Nullable Object> cells;
        final double[] sums;

        Group(List<@Nullable Object> cells, int aggregates) {
            this.cells = cells;
            this.sums = new double[aggregates];
        }
    }

    private final Dataset dataset;
    private final List<Query.Aggregate> aggregates;
    private final List<String> fields;
    private final List<String> by;

    private Aggregation(Query.Comp comp, Dataset dataset) {
        this.dataset = dataset;
        this.aggregates = comp.aggregates();
        this.fields = aggregates.stream()
                .map(each -> each.field().isEmpty() ? "" : dataset.require(each.field()))
                .toList();
        this.by = comp.by().stream().map(dataset::require).toList();
    }

    /** @throws QueryFailure for a field that the data set does not have */
    static Dataset of(Query.Comp comp, Dataset dataset) {
        var aggregation = new Aggregation(comp, dataset);
        var columns = new ArrayList<>(aggregation.by);
        comp.aggregates().forEach(each -> columns.add(each.alias()));
        var times = aggregation.by.stream().filter(dataset.times()::contains).collect(Collectors.toSet());
        return new Dataset(List.copyOf(columns), Set.copyOf(times), aggregation::rows);
    }

    private Stream<Row> rows() {
        if (by.isEmpty() && fields.stream().allMatch(String::isEmpty)) {
            // Counting alone need not look at rows.
            var all = new Group(List.of(), fields.size());
            Arrays.fill(all.sums, (double) dataset.rows().get().count());
            return Stream.of(row(all));
        }
        var groups = new LinkedHashMap<List<String>, Group>();
        if (by.isEmpty()) {
            groups.put(List.of(), new Group(List.of(), fields.size()));
        }
        dataset.rows().get().forEach(row -> add(row, groups.computeIfAbsent(key(row), key -> group(row)).sums));
        return groups.values().stream().map(this::row);
    }

    /** Equal for equal values, whatever they are. */
    private List<String> key(Row row) {
        return by.stream()
                .map(field -> Cells.elements(row.get(field)).map(Cells::text).collect(Collectors.joining("\n")))
                .toList();
    }

    private Group group(Row row) {
        var cells = new ArrayList<@Nullable Object>();
        by.forEach(field -> cells.add(row.get(field)));
        return new Group(cells, fields.size());
    }

    private void add(Row row, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            var field = fields.get(i);
            if (aggregates.get(i).function().equals("sum")) {
                sums[i] += Cells.elements(row.get(field))
                        .mapToDouble(Cells::number)
                        .filter(number -> !Double.isNaN(number))
                        .sum();
            } else if (field.isEmpty() || !Cells.isNull(row.get(field))) {
                sums[i]++;
            }
        }
    }

    private Row row(Group group) {
        var cells = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < by.size(); i++) {
            cells.put(by.get(i), group.cells.get(i));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            double sum = group.sums[i];
            cells.put(aggregates.get(i).alias(), sum == Math.rint(sum) ? (Object) (long) sum : sum);
        }
        return Rows.of(cells);
    }
}
