package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers from 1 to {@code upTo}, with so many letters each. The database fails over {@code bad}. */
final class NumberList implements ListDefinition<NumberList.Asked, NumberList.Row> {

    private final JdbcClient jdbc;

    NumberList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Asked(int number, int letters, int bad) {}

    record Row(int number, int opposite, String text) {}

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public Set<String> filters() {
        return Set.of("upTo", "letters", "bad");
    }

    @Override
    public List<Sort> sorts() {
        return List.of(new Sort("number", false));
    }

    @Override
    public Selection<Asked> select(ListQuery query, Sort sort) {
        int upTo = query.one("upTo").map(Integer::valueOf).orElse(10);
        int letters = query.one("letters").map(Integer::valueOf).orElse(3);
        int bad = query.one("bad").map(Integer::valueOf).orElse(0);
        FlatRead read =
                new FlatRead("generate_series(1, " + upTo + ") n(id)", new Conditions(), List.of(Key.integer("n.id")));
        return new Selection<>() {
            @Override
            public Total total(JdbcClient jdbc) {
                return Total.exactly(upTo);
            }

            @Override
            public List<Part<Asked>> parts(Total total) {
                return List.of(new Part<>(read, sort.descending(), place -> new Asked(place.integer(0), letters, bad)));
            }
        };
    }

    @Override
    public List<Row> load(Collection<Asked> asked) {
        return asked.stream().map(this::load).toList();
    }

    private Row load(Asked asked) {
        if (asked.number() == asked.bad()) {
            jdbc.sql("select 1 / 0").query(Integer.class).single();
        }
        return new Row(asked.number(), -asked.number(), "x".repeat(asked.letters()));
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                new Column<>("number", Row::number),
                new Column<>("opposite", Row::opposite),
                new Column<>("text", Row::text));
    }
}
