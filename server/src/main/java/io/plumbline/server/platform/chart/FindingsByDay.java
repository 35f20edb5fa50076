package io.plumbline.server.platform.chart;

import io.plumbline.server.platform.chart.StackedArea.Series;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.table.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How findings went over some days in UTC: two charts, and the same as numbers. Template {@code chart/days}.
 *
 * @param rows the newest first
 */
public record FindingsByDay(StackedArea open, UpAndDown moves, List<Row> rows) {

    /** As far as one looks back. */
    public static final int DAYS = 30;

    /** @param open as of the day's end, or as of now; null where nothing is known of it */
    public record Day(LocalDate date, @Nullable Long open, long created, long fixed, long resurfaced) {}

    public record Row(String date, String open, String created, String fixed, String resurfaced) {}

    /**
     * @param days at least one, the oldest first
     * @param open parts of what was open, from the bottom up
     * @param filter what the findings' list is asked to show these only, such as {@code &weaknessId=5}; empty: all
     */
    public static FindingsByDay of(List<Day> days, List<Series> open, String filter) {
        return new FindingsByDay(
                StackedArea.of(days.stream().map(Day::date).toList(), open),
                UpAndDown.of(days.stream().map(day -> moves(day, filter)).toList(), "new", "fixed"),
                days.reversed().stream().map(FindingsByDay::row).toList());
    }

    /** Likewise, what was open as one whole. */
    public static FindingsByDay of(List<Day> days, String label, String style, String filter) {
        List<@Nullable Long> open = new ArrayList<>();
        for (Day day : days) {
            open.add(day.open());
        }
        return of(days, List.of(new Series(label, style, open)), filter);
    }

    private static UpAndDown.Day moves(Day day, String filter) {
        Instant from = Period.from(day.date(), ZoneOffset.UTC);
        Instant to = Period.to(day.date(), ZoneOffset.UTC);
        return new UpAndDown.Day(
                day.date(),
                day.created(),
                day.fixed(),
                "/findings?state=ACTIVE&state=RESURFACED&state=FIXED&firstObservedAfter=%s&firstObservedBefore=%s%s"
                        .formatted(from, to, filter),
                "/findings?state=FIXED&fixedAfter=%s&fixedBefore=%s%s".formatted(from, to, filter));
    }

    private static Row row(Day day) {
        return new Row(
                day.date().toString(),
                day.open() == null ? "–" : Amount.text(day.open()),
                Amount.text(day.created()),
                Amount.text(day.fixed()),
                Amount.text(day.resurfaced()));
    }
}
