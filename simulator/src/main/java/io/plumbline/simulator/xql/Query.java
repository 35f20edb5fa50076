package io.plumbline.simulator.xql;

import java.util.List;
import java.util.Map;

/**
 * A query as it was read.
 *
 * @param config the settings before it, such as {@code max_runtime_minutes}; unknown ones are kept and mean nothing
 */
public record Query(Map<String, String> config, String dataset, List<Stage> stages) {

    /** What is done to the rows, in order. */
    public sealed interface Stage {}

    record Fields(List<Column> columns) implements Stage {}

    record Filter(Condition condition) implements Stage {}

    /** @param by the fields whose values make the groups; none for one row over all */
    record Comp(List<Aggregate> aggregates, List<String> by) implements Stage {}

    record Limit(long rows) implements Stage {}

    record Sort(List<Key> keys) implements Stage {}

    record ArrayExpand(String field) implements Stage {}

    /** A stage of the vendor's language that this tenant cannot carry out. */
    record NotSimulated(String name) implements Stage {}

    /** @param name {@code *} for all */
    record Column(String name, String alias) {}

    record Key(String field, boolean descending) {}

    /** @param field empty for {@code count()} */
    record Aggregate(String function, String field, String alias) {}

    /** What a row must meet. */
    sealed interface Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** @param operator {@code =}, {@code <}, {@code >}, {@code <=}, {@code >=}, {@code ~=}, {@code contains} or {@code in} */
    record Comparison(String field, String operator, List<Literal> values) implements Condition {}

    /** A value in a filter. */
    sealed interface Literal {}

    record Text(String value) implements Literal {}

    record Numeral(double value) implements Literal {}

    record Null() implements Literal {}

    /** Something computed, such as {@code current_time() - 7d}, which the vendor refused live in this place. */
    record Computed(String source) implements Literal {}
}
