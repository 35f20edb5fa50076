package io.plumbline.server.platform.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as a person reads it: how long ago, on which day, and exactly. */
public record ReadableTime(Instant instant, Reader reader) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration DAYS_TOLD_APART = Duration.ofDays(14);

    /** For machines. */
    public String iso() {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** "just now", "14 min ago", "in 3 h"; past two weeks the day. */
    public String distance() {
        Duration since = Duration.between(instant, reader.now());
        Duration length = since.abs();
        if (length.compareTo(DAYS_TOLD_APART) > 0) {
            return day();
        }
        if (length.toMinutes() == 0) {
            return "just now";
        }
        String span = span(length);
        return since.isNegative() ? "in " + span : span + " ago";
    }

    /** In the reader's zone. */
    public String day() {
        return MINUTE.format(instant.atZone(reader.zone())).substring(0, 10);
    }

    /** In the reader's zone, to the minute. */
    public String minute() {
        return MINUTE.format(instant.atZone(reader.zone()));
    }

    /** In the reader's zone, without the day. */
    public String clock() {
        return SECOND.format(instant.atZone(reader.zone())).substring(11);
    }

    /** What hovering shows: the instant in UTC and, where that is another, in the reader's zone. */
    public String exact() {
        String utc = SECOND.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
        return reader.zone().getRules().getOffset(instant).equals(ZoneOffset.UTC)
                ? utc
                : utc + " · " + SECOND.format(instant.atZone(reader.zone())) + " " + reader.zone();
    }

    /** The largest unit, rounded down: "45 s", "14 min", "3 h", "2 d". */
    public static String span(Duration length) {
        if (length.toMinutes() == 0) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() == 0) {
            return length.toMinutes() + " min";
        }
        return length.toDays() < 2 ? length.toHours() + " h" : length.toDays() + " d";
    }
}
