package io.plumbline.server.platform.chart;

import java.util.List;
import java.util.Locale;

/**
 * From zero to a round number that nothing exceeds.
 *
 * @param highest the value at the far end
 * @param length of the axis in the drawing's units
 */
record Axis(long highest, int length) {

    static Axis reaching(long value, int length) {
        long unit = 1;
        while (unit * 10 <= value) {
            unit *= 10;
        }
        long highest = Math.max(4, unit);
        for (long step : new long[] {1, 2, 4, 5, 10}) {
            if (unit * step >= value) {
                highest = Math.max(4, unit * step);
                break;
            }
        }
        return new Axis(highest, length);
    }

    double place(long value) {
        return (double) value * length / highest;
    }

    /** The values to write beside the axis. */
    List<Long> marks() {
        return List.of(0L, highest / 2, highest);
    }

    static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
