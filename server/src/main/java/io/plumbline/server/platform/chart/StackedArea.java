package io.plumbline.server.platform.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * @param days at least one; of the first ones nothing need be known
     * @param series from the bottom up, each with as many values as there are days
     */
    public static StackedArea of(List<LocalDate> days, List<Series> series) {
        int firstKnown = (int) IntStream.range(0, days.size())
                .filter(day -> series.stream().anyMatch(some -> some.values().get(day) == null))
                .count();
        long highest = IntStream.range(firstKnown, days.size())
                .mapToLong(day ->
                        series.stream().mapToLong(some -> value(some, day)).sum())
                .max()
                .orElse(0);
        Axis axis = Axis.reaching(highest, HEIGHT - TOP - BOTTOM);
        return new StackedArea(
                layers(series, days.size(), firstKnown, axis),
                axis.marks().stream()
                        .map(amount -> Mark.of(amount, y(axis.place(amount))))
                        .toList(),
                Mark.ofDays(days, day -> x(day, days.size())));
    }

    private static List<Layer> layers(List<Series> series, int days, int firstKnown, Axis axis) {
        List<Layer> layers = new ArrayList<>();
        long[] below = new long[days];
        double lastLabel = Double.MAX_VALUE;
        for (Series some : series) {
            if (IntStream.range(firstKnown, days).anyMatch(day -> value(some, day) != 0)) {
                String points = outline(some, below, firstKnown, axis);
                double middle = y(axis.place(below[days - 1] - value(some, days - 1) / 2)) + 4;
                lastLabel = Math.min(middle, lastLabel - LABEL_HEIGHT);
                layers.add(new Layer(some.label(), some.style(), points, Axis.number(lastLabel)));
            }
        }
        return List.copyOf(layers);
    }

    /** Along an amount's upper edge and back along its lower one. Raises {@code below} by the amount. */
    private static String outline(Series series, long[] below, int firstKnown, Axis axis) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int day = firstKnown; day < below.length; day++) {
            double bottom = axis.place(below[day]);
            below[day] += value(series, day);
            double top = axis.place(below[day]);
            double x = x(day, below.length);
            if (firstKnown == below.length - 1) { // an area needs two ends: a first day is as wide as half a day
                double before = (x(day - 1, below.length) + x) / 2;
                lower.insert(0, point(before, bottom));
                upper.append(point(before, top));
            }
            lower.insert(0, point(x, bottom));
            upper.append(point(x, top));
        }
        return (upper.toString() + lower).strip();
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
}
