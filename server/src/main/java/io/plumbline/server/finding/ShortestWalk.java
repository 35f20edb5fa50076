package io.plumbline.server.finding;

import io.plumbline.server.platform.listing.BoundedCount;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.Total;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds out where to begin, to come soonest to what a filter leaves: with the weaknesses it asks for, with the assets, with what
 * bears a text, or with times. Each has an upper bound of how many findings there are to look through, from counters or from an
 * index; the least wins. (Of withheld findings there are no counters: there a bound may be wrong, and the way long, but whole.)
 * PostgreSQL is not left to guess it: it knows neither the counters nor that filters go together.
 */
final class ShortestWalk {

    /** More assets or names are not looked through to add up their counters. */
    private static final int MOST_NAMES = 2_000;

    private final JdbcClient jdbc;
    private final FindingFilter filter;
    private final FindingConditions conditions;

    ShortestWalk(JdbcClient jdbc, FindingFilter filter, FindingConditions conditions) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.conditions = conditions;
    }

    /** @param findings to look through at most; {@link Long#MAX_VALUE}: too many to know */
    private record Candidate(long findings, Function<Walks, List<Walk>> walks) {}

    Function<Walks, List<Walk>> find() {
        if (filter.isCounted()) {
            return filter.asksOfWeaknesses() ? walks -> List.of(walks.fromWeaknesses()) : this::byTime;
        }
        // Where all are too many to know, the first of them: a stretch of time, if one is asked for; else assets, for
        // each
        // that fits is worth all its findings.
        return (asksOfTimes()
                        ? Stream.of(times(), weaknesses(), assets(), text())
                        : Stream.of(weaknesses(), assets(), text(), times()))
                .flatMap(List::stream)
                .min(Comparator.comparingLong(Candidate::findings))
                .map(Candidate::walks)
                .orElseThrow();
    }

    private List<Candidate> weaknesses() {
        return filter.asksOfWeaknesses()
                ? List.of(new Candidate(
                        ofWeaknesses("connector_weakness k", conditions.onWeaknesses()),
                        walks -> List.of(walks.fromWeaknesses())))
                : List.of();
    }

    private List<Candidate> assets() {
        return filter.asksOfAssets()
                ? List.of(new Candidate(
                        ofNames(
                                "asset a join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id",
                                conditions.onAssets()),
                        walks -> List.of(walks.fromAssets())))
                : List.of();
    }

    private List<Candidate> text() {
        if (filter.texts().isEmpty()) {
            return List.of();
        }
        long named = ofNames("asset_name n", conditions.onNamesOfText());
        long weak = ofWeaknesses(
                "connector_weakness k join weakness w on w.id = k.weakness_id", conditions.onWeaknessesOfText());
        return List.of(new Candidate(named == Long.MAX_VALUE ? named : named + weak, Walks::fromText));
    }

    private List<Candidate> times() {
        Total bare = BoundedCount.of(jdbc, Walks.bare(filter).found());
        return List.of(new Candidate(bare.isFew() ? bare.count() : Long.MAX_VALUE, this::byTime));
    }

    private List<Walk> byTime(Walks walks) {
        return List.of(filter.fixed().isAsked() ? walks.byFixed() : walks.byFirstObserved());
    }

    private boolean asksOfTimes() {
        return filter.firstObserved().isAsked() || filter.fixed().isAsked();
    }

    private long ofWeaknesses(String from, Conditions which) {
        return jdbc.sql("select coalesce(sum(k.open_count + k.fixed_count), 0) from " + from + " where " + which.sql())
                .params(which.parameters())
                .query(Long.class)
                .single();
    }

    private long ofNames(String from, Conditions which) {
        String sql = """
                select case when count(*) > %1$d then %2$d else coalesce(sum(findings), 0) end
                from (
                  select n.critical + n.high + n.medium + n.low + n.info as findings
                  from %3$s
                  where %4$s
                  limit %1$d + 1) names""".formatted(MOST_NAMES, Long.MAX_VALUE, from, which.sql());
        return jdbc.sql(sql).params(which.parameters()).query(Long.class).single();
    }
}
