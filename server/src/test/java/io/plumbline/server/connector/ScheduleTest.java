package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final List<DayOfWeek> EVERY_DAY = Arrays.asList(DayOfWeek.values());

    @Test
    void theDefaultRunsEveryDayAtOneUtc() {
        assertThat(Schedule.DEFAULT.next(Instant.parse("2026-03-01T01:00:00Z"))).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(Schedule.DEFAULT.next(Instant.parse("2026-03-01T00:59:59.999Z")))
                .isEqualTo("2026-03-01T01:00:00Z");
    }

    /** Zone, local time, an instant shortly before, the run that follows. */
    @ParameterizedTest
    @CsvSource({
        // A gap of an hour: 02:00 becomes 03:00 EST to EDT at 07:00Z.
        "America/New_York,  02:30, 2026-03-08T00:00:00Z, 2026-03-08T07:00:00Z",
        // The hour that occurs twice: its first.
        "America/New_York,  01:30, 2026-11-01T00:00:00Z, 2026-11-01T05:30:00Z",
        // Half an hour west of everybody, changing at 02:00 today, at 00:01 in former years.
        "America/St_Johns,  02:15, 2026-03-08T00:00:00Z, 2026-03-08T05:30:00Z",
        "America/St_Johns,  00:30, 2007-03-11T00:00:00Z, 2007-03-11T03:31:00Z",
        "America/St_Johns,  23:30, 2010-11-06T12:00:00Z, 2010-11-07T02:00:00Z",
        // Daylight saving of thirty minutes.
        "Australia/Lord_Howe, 02:15, 2026-10-03T00:00:00Z, 2026-10-03T15:30:00Z",
        "Australia/Lord_Howe, 01:45, 2026-04-04T00:00:00Z, 2026-04-04T14:45:00Z",
        // Midnight itself does not exist.
        "Africa/Cairo,      00:00, 2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z",
        "Africa/Cairo,      00:30, 2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z",
        "Asia/Beirut,       00:15, 2026-03-28T12:00:00Z, 2026-03-28T22:00:00Z",
        "America/Santiago,  00:00, 2026-09-05T12:00:00Z, 2026-09-06T04:00:00Z",
        // A whole day that never was.
        "Pacific/Apia,      12:00, 2011-12-30T00:00:00Z, 2011-12-30T10:00:00Z",
    })
    void daylightSavingDecidesTheInstant(String zone, String time, Instant before, Instant run) {
        Schedule schedule = new Schedule(List.of(LocalTime.parse(time)), EVERY_DAY, ZoneId.of(zone));

        assertThat(schedule.next(before)).isEqualTo(run);
        assertThat(schedule.next(run)).isAfter(run.plus(Duration.ofHours(1)));
    }

    @Test
    void timesInOneGapRunOnceAtItsEnd() {
        List<LocalTime> times = List.of(LocalTime.of(2, 15), LocalTime.of(2, 45), LocalTime.of(3, 0));
        Schedule schedule = new Schedule(times, EVERY_DAY, ZoneId.of("America/New_York"));

        Instant run = schedule.next(Instant.parse("2026-03-08T06:00:00Z"));

        assertThat(run).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(schedule.next(run)).isEqualTo("2026-03-09T06:15:00Z");
    }

    @Test
    void aDayOfTheWeekIsTheZonesOwn() {
        Schedule schedule =
                new Schedule(List.of(LocalTime.of(0, 30)), List.of(DayOfWeek.MONDAY), ZoneId.of("Asia/Tokyo"));

        assertThat(schedule.next(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo("2026-07-05T15:30:00Z");
        assertThat(LocalDate.of(2026, 7, 6).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void timesAndDaysAreKeptInOrderAndOnce() {
        Schedule schedule = new Schedule(
                List.of(LocalTime.of(13, 0), LocalTime.of(1, 0), LocalTime.of(13, 0)),
                List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                ZoneId.of("UTC"));

        assertThat(schedule.times()).containsExactly(LocalTime.of(1, 0), LocalTime.of(13, 0));
        assertThat(schedule.days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void connectorsOnTheDefaultScheduleAreSpreadOverHalfAnHour() {
        List<Duration> offsets = IntStream.rangeClosed(1, 100)
                .mapToObj(Schedule.DEFAULT::offsetFor)
                .toList();

        assertThat(offsets).allMatch(offset -> !offset.isNegative() && offset.compareTo(Schedule.SPREAD) < 0);
        assertThat(offsets).doesNotHaveDuplicates();
        assertThat(Schedule.DEFAULT.offsetFor(7)).isEqualTo(Schedule.DEFAULT.offsetFor(7));
        assertThat(offsets.stream().map(Duration::toMinutes).distinct().count()).isGreaterThan(25);
    }

    @Test
    void aChosenScheduleRunsAtItsTimes() {
        Schedule chosen = new Schedule(List.of(LocalTime.of(1, 0)), List.of(DayOfWeek.MONDAY), ZoneId.of("UTC"));

        assertThat(chosen.offsetFor(7)).isZero();
    }
}
