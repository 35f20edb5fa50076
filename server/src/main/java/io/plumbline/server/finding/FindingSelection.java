package io.plumbline.server.finding;

import io.plumbline.server.platform.listing.BoundedCount;
import io.plumbline.server.platform.listing.CollectedRead;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.listing.Statement;
import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings for which a filter holds, in an order. Used by one thread. */
final class FindingSelection implements Selection<FindingId> {

    private static final String WITH_WEAKNESS =
            "f join connector_weakness k on k.connector_id = f.connector_id and k.weakness_id = f.weakness_id";
    private static final String WITH_NAME =
            "f join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id";
    private static final String WITH_CONNECTOR = "f cross join lateral (select f.connector_id as id) c";
    private static final String WITH_TIMES = """
            found
            cross join lateral (
              select *
              from finding f
              where f.connector_id = found.connector_id and f.name_id = found.name_id and f.weakness_id = found.weakness_id
              offset 0) f""";

    private final FindingFilter filter;
    private final FindingConditions conditions;
    private final Sort sort;

    /** What leads soonest to those that the filter leaves; made by {@link #total}. */
    private @Nullable Collection collection;

    private record Collection(FindingConditions conditions, Function<Walks, List<Walk>> walks) {}

    FindingSelection(FindingFilter filter, Sort sort) {
        this.filter = filter;
        this.conditions = new FindingConditions(filter, Lookup.ONE_BY_ONE);
        this.sort = sort;
    }

    @Override
    public Total total(JdbcClient jdbc) {
        Collection shortest =
                new Collection(conditions.gathering(jdbc), new ShortestWalk(jdbc, filter, conditions).find());
        collection = shortest;
        return filter.isCounted() ? counted(jdbc) : BoundedCount.of(jdbc, found(filter.standings(), shortest));
    }

    @Override
    public List<Part<FindingId>> parts(Total total) {
        Standings all = filter.standings();
        boolean descending = sort.descending();
        return switch (sort.field()) {
            case "severity" -> List.of(part(total, all, walks -> walks.bySeverity(descending), WITH_WEAKNESS));
            case "firstObservedAt" -> List.of(part(total, all, Walks::byFirstObserved, WITH_TIMES));
            case "assetName" -> List.of(part(total, all, Walks::byAssetName, WITH_NAME));
            // What is open has no time of being fixed: it comes last, whichever way the others run.
            case "fixedAt" ->
                Stream.of(
                                all.hasFixed() ? part(total, all.fixed(), Walks::byFixed, WITH_TIMES) : null,
                                all.hasOpen() ? part(total, all.open(), Walks::byId, WITH_CONNECTOR) : null)
                        .flatMap(Stream::ofNullable)
                        .toList();
            default -> throw new IllegalStateException("no order by " + sort.field());
        };
    }

    /** @param from what follows on a subquery of those found, where they are few: an alias, and joins with what the walk's keys are of */
    private Part<FindingId> part(Total total, Standings standings, Function<Walks, Walk> order, String from) {
        Walk walk = order.apply(walks(conditions, standings));
        if (!total.isFew() || collection == null) {
            return walk.part(sort.descending());
        }
        Statement found = found(standings, collection);
        Conditions parameters = new Conditions();
        found.parameters().forEach(parameters::with);
        return walk.part(
                new CollectedRead(
                        "(" + found.sql() + ") " + from, parameters, walk.read().keys()),
                sort.descending());
    }

    private Total counted(JdbcClient jdbc) {
        Conditions weaknesses = conditions.onWeaknesses();
        String sql = "select coalesce(sum(%s), 0) from connector_weakness k where %s"
                .formatted(
                        !filter.standings().hasFixed()
                                ? "open_count"
                                : filter.standings().isFixed() ? "fixed_count" : "open_count + fixed_count",
                        weaknesses.sql());
        return Total.exactly(
                jdbc.sql(sql).params(weaknesses.parameters()).query(Long.class).single());
    }

    private Statement found(Standings standings, Collection by) {
        List<Statement> found = by.walks().apply(walks(by.conditions(), standings)).stream()
                .map(Walk::found)
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        found.forEach(statement -> parameters.putAll(statement.parameters()));
        String sql = found.stream().map(Statement::sql).collect(Collectors.joining("\nunion all\n"));
        return new Statement("select * from (" + sql + ") walks limit " + (Total.COUNTED + 1), parameters);
    }

    private Walks walks(FindingConditions conditions, Standings standings) {
        return new Walks(conditions, standings, filter.connectors());
    }
}
