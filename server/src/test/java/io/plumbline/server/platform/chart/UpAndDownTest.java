package io.plumbline.server.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.chart.UpAndDown.Bar;
import io.plumbline.server.platform.chart.UpAndDown.Cut;
import io.plumbline.server.platform.chart.UpAndDown.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drawing is 640 by 150; the line is at 69, and 61 are above it and below. */
class UpAndDownTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-31");

    @Test
    void whatComesStandsAboveTheLineAndWhatGoesHangsBelowIt() {
        UpAndDown chart = UpAndDown.of(List.of(day(0, 10, 0), day(1, 0, 5)), "new", "fixed");

        assertThat(chart.base()).isEqualTo("69.0");
        assertThat(chart.bars())
                .containsExactly(
                        new Bar("new", "111.1", "8.0", "191.8", "61.0", "/up", "2026-03-31: 10 new"),
                        new Bar("fixed", "385.1", "69.0", "191.8", "30.5", "/down", "2026-04-01: 5 fixed"));
        assertThat(chart.marks())
                .containsExactly(new Mark("10", "16.0"), new Mark("0", "73.0"), new Mark("10", "130.0"));
        assertThat(chart.days())
                .containsExactly(new Mark("03-31", "207.0"), new Mark("04-01", "481.0"), new Mark("04-01", "481.0"));
    }

    @Test
    void anAmountThatDwarfsTheOthersIsCutOffAndWrittenBesideItsBar() {
        UpAndDown chart = UpAndDown.of(List.of(day(0, 4_000, 0), day(1, 10, 10)), "new", "fixed");

        assertThat(chart.cuts()).containsExactly(new Cut("4,000", "344.0", "17.0"));
        assertThat(chart.bars()).extracting(Bar::height).containsOnly("61.0");
    }

    private static Day day(int number, long up, long down) {
        return new Day(FIRST.plusDays(number), up, down, "/up", "/down");
    }
}
