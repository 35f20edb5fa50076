package io.plumbline.server.platform.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter by when something happened. The list takes its ends as {@link #after()} and {@link #before()}, both excluded.
 *
 * @param parameter what the names of both ends begin with, such as {@code firstObserved}
 * @param along filters without which nothing would pass: they are set with it
 */
public record Period(String parameter, String label, Map<String, String> along) implements ListFilter {

    public Period(String parameter, String label) {
        this(parameter, label, Map.of());
    }

    /** The finest that is stored; one less than a day's start includes that start. */
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    /** A span that is one click away. */
    record Ready(String label, String parameter, Instant end) {}

    @Override
    public Set<String> asks() {
        return Stream.concat(Stream.of(after(), before()), along.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    String after() {
        return parameter + "After";
    }

    String before() {
        return parameter + "Before";
    }

    /** Whether a page has it set. */
    public boolean isSet(Address page) {
        return !page.all(after()).isEmpty() || !page.all(before()).isEmpty();
    }

    /** The page with an end of this set. */
    Address set(Address page, String end, Instant at) {
        Address set = page.set(end, at.toString());
        for (Map.Entry<String, String> filter : along.entrySet()) {
            set = set.set(filter.getKey(), filter.getValue());
        }
        return set;
    }

    /** The page without either end. */
    Address remove(Address page) {
        return page.remove(after()).remove(before());
    }

    boolean isEnd(String name) {
        return name.equals(after()) || name.equals(before());
    }

    List<Ready> ready(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        List<Ready> recent = DAYS.stream()
                .map(days -> new Ready(
                        days == 1 ? "In the last 24 hours" : "In the last " + days + " days",
                        after(),
                        minute.minus(Duration.ofDays(days))))
                .toList();
        List<Ready> ready = new ArrayList<>(recent);
        DAYS.stream()
                .filter(days -> days > 7)
                .map(days ->
                        new Ready("More than " + days + " days ago", before(), minute.minus(Duration.ofDays(days))))
                .forEach(ready::add);
        return List.copyOf(ready);
    }

    /** The end that makes a list begin with that day of the reader's. */
    public static Instant from(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minus(TICK);
    }

    /** The end that makes a list go to that day of the reader's, it included. */
    public static Instant to(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first day of a list that begins after that end. */
    static LocalDate firstDay(Instant after, ZoneId zone) {
        return after.plus(TICK).atZone(zone).toLocalDate();
    }

    /** The last day of a list that ends before that end. */
    static LocalDate lastDay(Instant before, ZoneId zone) {
        return before.minus(TICK).atZone(zone).toLocalDate();
    }

    /** The first moment that such an end lets through, for reading. */
    static Instant shown(Instant after) {
        return after.plus(TICK);
    }
}
