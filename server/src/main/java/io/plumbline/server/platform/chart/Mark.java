package io.plumbline.server.platform.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** A text at a place along an axis. */
public record Mark(String text, String place) {

    static Mark of(long amount, double place) {
        return new Mark(amount(amount), Axis.number(place));
    }

    /**
     * The first day, the middle one and the last: all that there is room for.
     *
     * @param place of the n-th day
     */
    static List<Mark> ofDays(List<LocalDate> days, IntToDoubleFunction place) {
        return Stream.of(0, days.size() / 2, days.size() - 1)
                .map(day -> new Mark(monthAndDay(days.get(day)), Axis.number(place.applyAsDouble(day))))
                .toList();
    }

    static String amount(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    /** The year goes without saying in thirty days. */
    private static String monthAndDay(LocalDate day) {
        return day.toString().substring("yyyy-".length());
    }
}
