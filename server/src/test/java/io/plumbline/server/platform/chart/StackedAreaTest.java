package io.plumbline.server.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.chart.StackedArea.Layer;
import io.plumbline.server.platform.chart.StackedArea.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The drawing is 640 by 190; its axes reach from (70, 168) to (556, 10). */
class StackedAreaTest {

    private static final List<LocalDate> DAYS = LocalDate.parse("2026-03-30")
            .datesUntil(LocalDate.parse("2026-04-02"))
            .toList();

    @Test
    void amountsStandOneUponTheOther() {
        StackedArea area = StackedArea.of(DAYS, List.of(series("low", 10, 10, 10), series("high", 0, 10, 30)));

        assertThat(area.layers())
                .containsExactly(
                        new Layer(
                                "low",
                                "low",
                                "70.0,128.5 313.0,128.5 556.0,128.5 556.0,168.0 313.0,168.0 70.0,168.0",
                                "152.3"),
                        new Layer(
                                "high",
                                "high",
                                "70.0,128.5 313.0,89.0 556.0,10.0 556.0,128.5 313.0,128.5 70.0,128.5",
                                "73.3"));
        assertThat(area.marks())
                .containsExactly(new Mark("0", "168.0"), new Mark("20", "89.0"), new Mark("40", "10.0"));
        assertThat(area.days())
                .containsExactly(new Mark("03-30", "70.0"), new Mark("03-31", "313.0"), new Mark("04-01", "556.0"));
    }

    @Test
    void daysOfWhichNothingIsKnownAreLeftOutAndALoneDayIsHalfADayWide() {
        StackedArea area = StackedArea.of(DAYS, List.of(series("high", null, null, 4)));

        assertThat(area.layers())
                .extracting(Layer::points)
                .containsExactly("434.5,10.0 556.0,10.0 556.0,168.0 434.5,168.0");
    }

    @Test
    void whatIsNothingAllTheTimeHasNoLayer() {
        assertThat(StackedArea.of(DAYS, List.of(series("low", 0, 0, 0))).layers())
                .isEmpty();
        assertThat(StackedArea.of(DAYS, List.of(series("low", null, null, null)))
                        .layers())
                .isEmpty();
    }

    @Test
    void namesOfThinLayersDoNotCoverEachOther() {
        StackedArea area = StackedArea.of(DAYS, List.of(series("low", 1, 1, 1), series("high", 999, 999, 1)));

        assertThat(area.layers()).extracting(Layer::labelY).containsExactly("171.8", "158.8");
    }

    private static Series series(String name, @Nullable Integer... values) {
        return new Series(
                name,
                name,
                Arrays.stream(values)
                        .map(value -> value == null ? null : Long.valueOf(value))
                        .toList());
    }
}
