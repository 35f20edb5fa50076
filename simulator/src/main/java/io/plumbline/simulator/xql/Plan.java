package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Row;
import io.plumbline.simulator.data.VulnerabilityView;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** A query made ready to be carried out, any number of times with equal results. */
public final class Plan {

    /** The vendor's limit for the rows of one query. */
    private static final long MAX_ROWS = 1_000_000;

    private final Dataset result;

    private Plan(Dataset result) {
        this.result = result;
    }

    /**
     * @param licensed whether Host Insights is
     * @throws QueryFailure where the query names what there is not, or compares what cannot be
     */
    public static Plan of(Query query, VulnerabilityView view, boolean licensed) {
        var dataset = Datasets.open(query.dataset(), view, licensed);
        for (var stage : query.stages()) {
            dataset = apply(stage, dataset);
        }
        return new Plan(dataset);
    }

    /** The rows, computed while they are read. */
    public Stream<Row> rows() {
        return result.rows().get().limit(MAX_ROWS);
    }

    private static Dataset apply(Query.Stage stage, Dataset dataset) {
        return switch (stage) {
            case Query.Fields fields -> project(fields, dataset);
            case Query.Filter(var condition) -> {
                var matches = new Matcher(dataset).of(condition);
                yield dataset.withRows(() -> dataset.rows().get().filter(matches));
            }
            case Query.Comp comp -> Aggregation.of(comp, dataset);
            case Query.Limit(long rows) ->
                dataset.withRows(() -> dataset.rows().get().limit(rows));
            case Query.Sort sort -> {
                var order = order(sort, dataset);
                yield dataset.withRows(() -> dataset.rows().get().sorted(order));
            }
            case Query.ArrayExpand(var name) -> {
                var field = dataset.require(name);
                yield dataset.withRows(() -> dataset.rows()
                        .get()
                        .flatMap(row -> Cells.elements(row.get(field)).map(element -> Rows.with(row, field, element))));
            }
            case Query.NotSimulated(var name) ->
                throw new QueryFailure("stage " + name + " is not supported by the simulated tenant");
        };
    }

    private static Dataset project(Query.Fields fields, Dataset dataset) {
        if (fields.columns().stream().anyMatch(column -> column.name().equals("*"))) {
            return dataset;
        }
        var nameToAlias = new LinkedHashMap<String, String>();
        Set<String> times = new HashSet<>();
        for (var column : fields.columns()) {
            var name = dataset.require(column.name());
            nameToAlias.put(name, column.name().equals(column.alias()) ? name : column.alias());
            if (dataset.times().contains(name)) {
                times.add(column.alias());
            }
        }
        return new Dataset(
                nameToAlias.values().stream().toList(),
                Set.copyOf(times),
                () -> dataset.rows().get().map(row -> Rows.projected(row, nameToAlias)));
    }

    private static Comparator<Row> order(Query.Sort sort, Dataset dataset) {
        Comparator<Row> order = (_, _) -> 0;
        for (var key : sort.keys()) {
            var field = dataset.require(key.field());
            Comparator<Row> by = (left, right) -> compare(left, right, field);
            order = order.thenComparing(key.descending() ? by.reversed() : by);
        }
        return order;
    }

    private static int compare(Row left, Row right, String field) {
        var a = Cells.elements(left.get(field)).findFirst();
        var b = Cells.elements(right.get(field)).findFirst();
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        double x = Cells.number(a.get());
        double y = Cells.number(b.get());
        return Double.isNaN(x) || Double.isNaN(y)
                ? Cells.text(a.get()).compareTo(Cells.text(b.get()))
                : Double.compare(x, y);
    }
}
