package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks a random schedule through years and compares it with a clock read minute by minute, which knows no transition rules. */
class ScheduleOverYearsTest {

    private static final int YEARS = 1;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "America/St_Johns",
                "America/Santiago",
                "America/Havana",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Asia/Beirut",
                "Asia/Tehran",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Pacific/Chatham",
                "Antarctica/Troll"
            })
    void runsAreThoseThatAClockReadMinuteByMinuteGives(String zoneId) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(zoneId);
        for (int start : List.of(2010, 2023, 2026)) {
            Schedule schedule = random(random, zone);
            Instant from = LocalDate.of(start, 1, 1).atStartOfDay(zone).toInstant();
            Instant until = LocalDate.of(start + YEARS, 1, 1).atStartOfDay(zone).toInstant();

            assertThat(runs(schedule, from, until))
                    .as("seed %d, from %s, %s", seed, from, schedule)
                    .isEqualTo(expected(schedule, from, until));
        }
    }

    private static List<Instant> runs(Schedule schedule, Instant from, Instant until) {
        List<Instant> runs = new ArrayList<>();
        for (Instant run = schedule.next(from); run.isBefore(until); run = schedule.next(run)) {
            runs.add(run);
        }
        return runs;
    }

    /** A time is due in the first minute at which the wall clock has reached it for the first time. */
    private static List<Instant> expected(Schedule schedule, Instant from, Instant until) {
        TreeSet<Instant> due = new TreeSet<>();
        ZonedDateTime highest = from.atZone(schedule.timeZone());
        for (Instant now = from.plusSeconds(60); now.isBefore(until); now = now.plusSeconds(60)) {
            ZonedDateTime wall = now.atZone(schedule.timeZone());
            if (!wall.toLocalDateTime().isAfter(highest.toLocalDateTime())) {
                continue;
            }
            for (LocalDate day = highest.toLocalDate(); !day.isAfter(wall.toLocalDate()); day = day.plusDays(1)) {
                if (!schedule.days().contains(day.getDayOfWeek())) {
                    continue;
                }
                for (LocalTime time : schedule.times()) {
                    boolean reached = !day.atTime(time).isAfter(wall.toLocalDateTime());
                    if (reached && day.atTime(time).isAfter(highest.toLocalDateTime())) {
                        due.add(now);
                    }
                }
            }
            highest = wall;
        }
        return List.copyOf(due);
    }

    private static Schedule random(Random random, ZoneId zone) {
        List<LocalTime> times = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            // Mostly at night, where transitions are.
            times.add(
                    LocalTime.of(random.nextInt(10) < 7 ? random.nextInt(4) : random.nextInt(24), random.nextInt(60)));
        }
        List<DayOfWeek> days = new ArrayList<>(Arrays.asList(DayOfWeek.values()));
        if (random.nextBoolean()) {
            days.remove(random.nextInt(days.size()));
        }
        return new Schedule(times, days, zone);
    }
}
