package io.plumbline.server.connector;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;

/**
 * When a connector syncs by itself: at each time on each day, by the clocks of one time zone.
 *
 * @param times whole minutes; at least one; kept sorted, each once
 * @param days at least one; kept sorted, each once
 * @param timeZone a region, so that daylight saving is known
 */
public record Schedule(@JsonFormat(pattern = "HH:mm") List<LocalTime> times, List<DayOfWeek> days, ZoneId timeZone) {

    /** Every day at 01:00 UTC: an hour after the vendor's daily query quota starts anew. */
    public static final Schedule DEFAULT =
            new Schedule(List.of(LocalTime.of(1, 0)), Arrays.asList(DayOfWeek.values()), ZoneId.of("UTC"));

    /** The default schedule moves by less than this, so that connectors nobody scheduled do not all start at once. */
    public static final Duration SPREAD = Duration.ofMinutes(30);

    /** Every day of the week comes round in seven days; one more either side covers zones that skip or repeat a day. */
    private static final int DAYS_TO_LOOK_AT = 10;

    public Schedule {
        times = times.stream().sorted().distinct().toList();
        days = days.stream().sorted().distinct().toList();
        if (times.isEmpty() || days.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs a time and a day");
        }
    }

    /**
     * The first run later than an instant. A local time that daylight saving skips runs at the first instant after the gap; one
     * that occurs twice runs at its first; times that fall on one instant run once.
     */
    public Instant next(Instant after) {
        LocalDate first = after.atZone(timeZone).toLocalDate().minusDays(1);
        // Local times in order give instants in order, across gaps and overlaps too: the first one later than `after`
        // is the answer.
        return first.datesUntil(first.plusDays(DAYS_TO_LOOK_AT))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .flatMap(date -> times.stream().map(date::atTime))
                .map(this::instantOf)
                .filter(instant -> instant.isAfter(after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no run of " + this + " after " + after));
    }

    /**
     * By how much the runs of one connector are moved: less than {@link #SPREAD} for the default schedule, always the same for one
     * connector; nothing for a schedule that a person chose, which runs at its times (ADR 0011).
     */
    public Duration offsetFor(int connectorId) {
        if (!equals(DEFAULT)) {
            return Duration.ZERO;
        }
        // Neighbouring ids land far apart: multiplied by 2^32 divided by the golden ratio, of which the fraction
        // counts.
        long fraction = (connectorId * 2_654_435_769L) & 0xFFFF_FFFFL;
        return Duration.ofSeconds((fraction * SPREAD.toSeconds()) >>> 32);
    }

    private Instant instantOf(LocalDateTime local) {
        ZoneOffsetTransition transition = timeZone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return local.atZone(timeZone).withEarlierOffsetAtOverlap().toInstant();
    }
}
