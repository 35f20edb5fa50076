package io.plumbline.server.dashboard;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.dashboard.Summary.Day;
import io.plumbline.server.platform.chart.FindingsByDay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the last days went, from the lines that each applied run has left. Safe for many threads. */
@Repository
class Trend {

    private static final int DAYS = FindingsByDay.DAYS;

    private final JdbcClient jdbc;

    Trend(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days up to one, the oldest first. */
    List<Day> upTo(LocalDate today, List<Integer> connectors) {
        LocalDate first = today.minusDays(DAYS - 1);
        Integer[] ids = connectors.toArray(Integer[]::new);
        OffsetDateTime start = first.atStartOfDay().atOffset(ZoneOffset.UTC);
        Map<Integer, SeverityCounts> open = open(ids, start);
        Map<Integer, Moves> moves = moves(ids, start);
        return IntStream.range(0, DAYS)
                .mapToObj(day -> {
                    Moves moved = moves.getOrDefault(day, Moves.NONE);
                    return new Day(
                            first.plusDays(day), open.get(day), moved.created(), moved.fixed(), moved.resurfaced());
                })
                .toList();
    }

    private record Moves(SeverityCounts created, SeverityCounts fixed, SeverityCounts resurfaced) {

        static final Moves NONE = new Moves(SeverityCounts.NONE, SeverityCounts.NONE, SeverityCounts.NONE);

        Moves plus(Moves more) {
            return new Moves(created.plus(more.created), fixed.plus(more.fixed), resurfaced.plus(more.resurfaced));
        }
    }

    /** By day from 0 on; what each connector's last run up to the day's end left behind. A day in UTC has 24 hours, always. */
    private Map<Integer, SeverityCounts> open(Integer[] connectors, OffsetDateTime start) {
        Map<Integer, SeverityCounts> open = new HashMap<>();
        jdbc.sql("""
                        select d.day, t.severity, sum(t.open)
                        from generate_series(0, :days - 1) as d (day)
                        cross join unnest(:connectors) as c (id)
                        cross join lateral (
                          select sync_id
                          from inventory_trend
                          where connector_id = c.id and at < :start + (d.day + 1) * interval '24 hours'
                          order by at desc, sync_id desc
                          limit 1) last
                        join inventory_trend t on t.connector_id = c.id and t.sync_id = last.sync_id
                        group by d.day, t.severity""")
                .param("days", DAYS)
                .param("connectors", connectors)
                .param("start", start)
                .query(row -> {
                    open.merge(
                            row.getInt(1),
                            SeverityCounts.of(Severity.ofLevel(row.getInt(2)), row.getLong(3)),
                            SeverityCounts::plus);
                });
        return open;
    }

    private Map<Integer, Moves> moves(Integer[] connectors, OffsetDateTime start) {
        Map<Integer, Moves> moves = new HashMap<>();
        jdbc.sql("""
                        select d.day, t.severity, sum(t.opened), sum(t.fixed), sum(t.resurfaced)
                        from generate_series(0, :days - 1) as d (day)
                        join inventory_trend t
                          on t.at >= :start + d.day * interval '24 hours' and t.at < :start + (d.day + 1) * interval '24 hours'
                        where t.connector_id = any(:connectors) and t.at >= :start and (t.opened, t.fixed, t.resurfaced) <> (0, 0, 0)
                        group by d.day, t.severity""")
                .param("days", DAYS)
                .param("connectors", connectors)
                .param("start", start)
                .query(row -> {
                    Severity severity = Severity.ofLevel(row.getInt(2));
                    moves.merge(
                            row.getInt(1),
                            new Moves(
                                    SeverityCounts.of(severity, row.getLong(3)),
                                    SeverityCounts.of(severity, row.getLong(4)),
                                    SeverityCounts.of(severity, row.getLong(5))),
                            Moves::plus);
                });
        return moves;
    }
}
