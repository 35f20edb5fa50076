package io.plumbline.server.weakness;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.chart.FindingsByDay;
import io.plumbline.server.platform.chart.FindingsByDay.Day;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How the findings of one weakness went, from the lines that each run which moved it has left. Added up over all weaknesses it is
 * the dashboard's trend. Safe for many threads.
 */
@Repository
class WeaknessTrend {

    private final LiveConnectors connectors;
    private final JdbcClient jdbc;

    WeaknessTrend(LiveConnectors connectors, JdbcClient jdbc) {
        this.connectors = connectors;
        this.jdbc = jdbc;
    }

    /**
     * The days up to one, the oldest first. What a connector left behind stands until it is moved again; from the first run of any
     * connector on, a weakness that none has told of is known to have no finding.
     */
    List<Day> upTo(LocalDate today, int weakness) {
        LocalDate first = today.minusDays(FindingsByDay.DAYS - 1);
        return jdbc.sql("""
                        select d.day, case when known.since < its.ends then coalesce(state.open, 0) end as open,
                               coalesce(moves.opened, 0) as opened, coalesce(moves.fixed, 0) as fixed,
                               coalesce(moves.resurfaced, 0) as resurfaced
                        from generate_series(0, :days - 1) as d (day)
                        cross join (
                          select min(run.at) as since
                          from unnest(:connectors) as c (id)
                          cross join lateral (
                            select at from inventory_trend where connector_id = c.id order by at limit 1) run) as known
                        cross join lateral (
                          select :start + d.day * interval '24 hours' as begins, :start + (d.day + 1) * interval '24 hours' as ends) as its
                        cross join lateral (
                          select sum(last.open) as open
                          from unnest(:connectors) as c (id)
                          cross join lateral (
                            select t.open
                            from weakness_trend t
                            where t.connector_id = c.id and t.weakness_id = :weakness and t.at < its.ends
                            order by t.at desc, t.sync_id desc
                            limit 1) last) state
                        cross join lateral (
                          select sum(t.opened) as opened, sum(t.fixed) as fixed, sum(t.resurfaced) as resurfaced
                          from weakness_trend t
                          where t.connector_id = any(:connectors) and t.weakness_id = :weakness
                            and t.at >= its.begins and t.at < its.ends) moves
                        order by d.day""")
                .param("days", FindingsByDay.DAYS)
                .param("start", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("connectors", connectors.ids())
                .param("weakness", weakness)
                .query((row, _) -> new Day(
                        first.plusDays(row.getInt("day")),
                        row.getObject("open", Long.class),
                        row.getLong("opened"),
                        row.getLong("fixed"),
                        row.getLong("resurfaced")))
                .list();
    }
}
