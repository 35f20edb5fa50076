package io.plumbline.server.platform.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How several amounts went over some days, one upon the other.
 *
 * @param layers from the bottom up; none where no day is known
 */
public record StackedArea(List<Layer> layers, List<Mark> marks, List<Mark> days) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 190;
    private static final int LEFT = 70;
    private static final int RIGHT = 84;
    private static final int TOP = 10;
    private static final int BOTTOM = 22;
    private static final int LABEL_HEIGHT = 13;

    /**
     * An amount's name, its style and its value on each day; null on a day of which nothing is known.
     */
    public record Series(String label, String style, List<@Nullable Long> values) {}

    /**
     * @param points of a polygon
     * @param labelY where its name stands at the right
     */
    public record Layer(String label, String style, String points, String labelY) {}

    /** A text at a place along an axis. */
    public record Mark(String text, String place) {}

    /** @param series from the bottom up, each with as many values as there are days */
    public static StackedArea of(List<LocalDate> days, List<Series> series) {
        int known = (int) IntStream.range(0, days.size())
                .filter(day -> series.stream().anyMatch(some -> some.values().get(day) == null))
                .count();
        long[] below = new long[days.size()];
        long highest = 0;
        for (int day = known; day < days.size(); day++) {
            int at = day;
            highest = Math.max(
                    highest, series.stream().mapToLong(some -> value(some, at)).sum());
        }
        Axis axis = Axis.reaching(highest, HEIGHT - TOP - BOTTOM);
        List<Layer> layers = new ArrayList<>();
        double lastLabel = Double.MAX_VALUE;
        for (Series some : series) {
            if (known == days.size() || IntStream.range(known, days.size()).allMatch(day -> value(some, day) == 0)) {
                continue;
            }
            StringBuilder upper = new StringBuilder();
            StringBuilder lower = new StringBuilder();
            int last = days.size() - 1;
            for (int day = known; day < days.size(); day++) {
                double x = x(day, days.size());
                if (day == known && day == last) { // an area needs two ends: a first day is as wide as half a day
                    lower.insert(0, point(x(day - 1, days.size()) / 2 + x / 2, axis.place(below[day])));
                    upper.append(point(x(day - 1, days.size()) / 2 + x / 2, axis.place(below[day] + value(some, day))));
                }
                lower.insert(0, point(x, axis.place(below[day])));
                below[day] += value(some, day);
                upper.append(point(x, axis.place(below[day])));
            }
            double middle = y(axis.place(below[last] - value(some, last) / 2)) + 4;
            lastLabel = Math.min(middle, lastLabel - LABEL_HEIGHT);
            layers.add(
                    new Layer(some.label(), some.style(), (upper.toString() + lower).strip(), Axis.number(lastLabel)));
        }
        return new StackedArea(
                List.copyOf(layers),
                axis.marks().stream()
                        .map(mark ->
                                new Mark(String.format(Locale.ROOT, "%,d", mark), Axis.number(y(axis.place(mark)))))
                        .toList(),
                List.of(0, days.size() / 2, days.size() - 1).stream()
                        .map(day -> new Mark(shown(days.get(day)), Axis.number(x(day, days.size()))))
                        .toList());
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    private static long value(Series series, int day) {
        Long value = series.values().get(day);
        return value == null ? 0 : value;
    }

    private static double x(int day, int days) {
        return LEFT + (double) (WIDTH - LEFT - RIGHT) * day / Math.max(1, days - 1);
    }

    private static double y(double height) {
        return HEIGHT - BOTTOM - height;
    }

    private static String point(double x, double height) {
        return Axis.number(x) + "," + Axis.number(y(height)) + " ";
    }

    private static String shown(LocalDate day) {
        return day.toString().substring(5);
    }
}
