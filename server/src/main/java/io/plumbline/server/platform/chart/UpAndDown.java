package io.plumbline.server.platform.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came and what went on each of some days: bars above and below a line, on one scale.
 *
 * @param cuts amounts of bars that are cut off
 * @param base where the line is
 */
public record UpAndDown(List<Bar> bars, List<Cut> cuts, List<Mark> marks, List<Mark> days, String base) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 150;
    private static final int LEFT = 70;
    private static final int RIGHT = 22;
    private static final int TOP = 8;
    private static final int BOTTOM = 20;
    /** So many times the next greatest amount dwarfs the others. */
    private static final int DWARFING = 5;

    /**
     * @param up how much came; {@code down} how much went
     * @param upHref the list of what came
     */
    public record Day(LocalDate date, long up, long down, String upHref, String downHref) {}

    /** @param title what a screen reader and hovering tell */
    public record Bar(String style, String x, String y, String width, String height, String href, String title) {}

    /** The amount of a bar that is cut off. */
    public record Cut(String text, String x, String y) {}

    /**
     * @param days at least one
     * @param came the word for what came, {@code went} for what went
     */
    public static UpAndDown of(List<Day> days, String came, String went) {
        long highest = scale(days);
        int half = (HEIGHT - TOP - BOTTOM) / 2;
        Axis axis = Axis.reaching(highest, half);
        double base = TOP + half;
        double slot = (double) (WIDTH - LEFT - RIGHT) / days.size();
        List<Bar> bars = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            if (day.up() > axis.highest()) {
                cuts.add(new Cut(Mark.amount(day.up()), Axis.number(LEFT + slot * (i + 1)), Axis.number(TOP + 9)));
            }
            if (day.down() > axis.highest()) {
                cuts.add(new Cut(
                        Mark.amount(day.down()), Axis.number(LEFT + slot * (i + 1)), Axis.number(TOP + 2.0 * half)));
            }
            double x = LEFT + slot * i + slot * 0.15;
            if (day.up() > 0) {
                double height = Math.clamp(axis.place(day.up()), 1, half);
                bars.add(bar("new", x, base - height, slot * 0.7, height, day.upHref(), day, day.up(), came));
            }
            if (day.down() > 0) {
                double height = Math.clamp(axis.place(day.down()), 1, half);
                bars.add(bar("fixed", x, base, slot * 0.7, height, day.downHref(), day, day.down(), went));
            }
        }
        return new UpAndDown(
                List.copyOf(bars),
                List.copyOf(cuts),
                List.of(
                        Mark.of(axis.highest(), TOP + 8),
                        Mark.of(0, base + 4),
                        Mark.of(axis.highest(), TOP + 2 * half)),
                Mark.ofDays(days.stream().map(Day::date).toList(), day -> LEFT + slot * day + slot / 2),
                Axis.number(base));
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    /**
     * The greatest amount; but one that dwarfs all others, such as everything being new at a first sync, is cut off at the axis' end
     * and written beside it.
     */
    private static long scale(List<Day> days) {
        List<Long> amounts = days.stream()
                .flatMap(day -> Stream.of(day.up(), day.down()))
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .toList();
        long highest = amounts.isEmpty() ? 0 : amounts.getFirst();
        long next = amounts.isEmpty() ? 0 : amounts.getLast();
        return next > 0 && highest > DWARFING * next ? next : highest;
    }

    private static Bar bar(
            String style,
            double x,
            double y,
            double width,
            double height,
            String href,
            Day day,
            long count,
            String word) {
        return new Bar(
                style,
                Axis.number(x),
                Axis.number(y),
                Axis.number(width),
                Axis.number(height),
                href,
                day.date() + ": " + Mark.amount(count) + " " + word);
    }
}
