package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Rows made from other rows. */
final class Rows {

    private Rows() {}

    /** Some columns under other names; a column that the row does not have stays away. */
    static Row projected(Row row, SequencedMap<String, String> nameToAlias) {
        var present = row.columns();
        return new Row() {
            @Override
            public Collection<String> columns() {
                return nameToAlias.entrySet().stream()
                        .filter(entry -> present.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
            }

            @Override
            public @Nullable Object get(String column) {
                for (var entry : nameToAlias.entrySet()) {
                    if (entry.getValue().equals(column)) {
                        return row.get(entry.getKey());
                    }
                }
                return null;
            }
        };
    }

    /** One column replaced by one value. */
    static Row with(Row row, String replaced, Object value) {
        return new Row() {
            @Override
            public Collection<String> columns() {
                return row.columns();
            }

            @Override
            public @Nullable Object get(String column) {
                return column.equals(replaced) ? value : row.get(column);
            }
        };
    }

    static Row of(SequencedMap<String, @Nullable Object> cells) {
        return new Row() {
            @Override
            public Collection<String> columns() {
                return List.copyOf(cells.sequencedKeySet());
            }

            @Override
            public @Nullable Object get(String column) {
                return cells.get(column);
            }
        };
    }
}
