package io.plumbline.server.connector;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code schedule}: absent is the default, null is by hand only. */
final class ScheduleFields {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private ScheduleFields() {}

    static Optional<Schedule> read(Fields form) {
        if (form.mentions("schedule") && form.value("schedule").isEmpty()) {
            return Optional.empty();
        }
        Fields fields = form.section("schedule");
        List<LocalTime> times = times(fields);
        List<DayOfWeek> days = days(fields);
        ZoneId zone = zone(fields);
        fields.refuseUnknown();
        return Optional.of(new Schedule(times, days, zone));
    }

    private static List<LocalTime> times(Fields fields) {
        Optional<List<String>> entered = fields.texts("times");
        if (entered.isEmpty()) {
            return Schedule.DEFAULT.times();
        }
        List<LocalTime> times = new ArrayList<>();
        for (String time : entered.get()) {
            if (TIME.matcher(time).matches()) {
                times.add(LocalTime.parse(time));
            } else {
                fields.refuse("times", "Each must be a time of day as HH:mm, from 00:00 to 23:59.");
            }
        }
        if (entered.get().isEmpty()) {
            fields.refuse("times", "Give at least one time; what has no schedule syncs by hand only.");
        }
        return times.isEmpty() ? Schedule.DEFAULT.times() : times;
    }

    private static List<DayOfWeek> days(Fields fields) {
        Optional<List<String>> entered = fields.texts("days");
        if (entered.isEmpty()) {
            return Schedule.DEFAULT.days();
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String word : entered.get()) {
            Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                    .filter(each -> each.name().equals(word))
                    .findFirst();
            if (day.isEmpty()) {
                fields.refuse("days", "Each must be a day of the week, such as MONDAY.");
            }
            day.ifPresent(days::add);
        }
        if (entered.get().isEmpty()) {
            fields.refuse("days", "Give at least one day; what has no schedule syncs by hand only.");
        }
        return days.isEmpty() ? Schedule.DEFAULT.days() : days;
    }

    private static ZoneId zone(Fields fields) {
        Optional<String> entered = fields.text("timeZone");
        if (entered.isEmpty()) {
            return Schedule.DEFAULT.timeZone();
        }
        // Only regions know daylight saving; ZoneId.of alone would take "+02:00" too.
        if (!ZoneId.getAvailableZoneIds().contains(entered.get())) {
            fields.refuse("timeZone", "Must be a time zone such as UTC or Europe/Paris.");
            return Schedule.DEFAULT.timeZone();
        }
        return ZoneId.of(entered.get());
    }
}
