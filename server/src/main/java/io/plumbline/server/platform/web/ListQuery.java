package io.plumbline.server.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads the query parameters of a list. Whatever is not understood is an error beside its name, never ignored: a mistyped filter
 * would show too much. Used by one thread; call {@link #refuseErrors} once everything has been asked for.
 */
public final class ListQuery {

    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_CURSOR = 8_000; // it may hold the longest name there is
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final String NO_CURSOR = "Is no cursor of this list with these filters and this sort.";

    private final Map<String, List<String>> values = new TreeMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** @param known every parameter of the list beside limit, cursor and sort */
    public ListQuery(MultiValueMap<String, String> parameters, Set<String> known) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(Set.of("limit", "cursor", "sort"));
        parameters.forEach((name, given) -> {
            if (!all.contains(name)) {
                errors.add(name, "Is no parameter of this list. It takes " + String.join(", ", all) + ".");
            } else if (given.stream().anyMatch(value -> isUnreadable(value, longest(name)))) {
                errors.add(name, unreadable(longest(name)));
            } else {
                values.put(
                        name, given.stream().filter(value -> !value.isBlank()).toList());
            }
        });
    }

    /** Every value of a filter that may be repeated. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            errors.add(name, "Can be given once only.");
        }
        return given.stream().findFirst();
    }

    /** Values of a filter that takes some words only, in any case. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        List<E> words = new ArrayList<>();
        for (String value : all(name)) {
            try {
                words.add(Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                errors.add(name, "Must be one of " + List.of(type.getEnumConstants()) + ".");
            }
        }
        return words;
    }

    /** Cut to the microseconds that the database keeps, which would round it. */
    public Optional<Instant> instant(String name) {
        Optional<String> given = one(name);
        try {
            Optional<Instant> instant = given.map(Instant::parse).map(time -> time.truncatedTo(ChronoUnit.MICROS));
            if (instant.isEmpty() || isStorable(instant.get())) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below
        }
        errors.add(name, "Must be a time like 2026-01-31T23:59:59Z.");
        return Optional.empty();
    }

    /** Java knows times before and after all that a database can take. */
    public static boolean isStorable(Instant instant) {
        return !instant.isBefore(FIRST_TIME) && !instant.isAfter(LAST_TIME);
    }

    public boolean flag(String name, boolean otherwise) {
        Optional<String> given = one(name);
        if (given.isPresent() && !Set.of("true", "false").contains(given.get())) {
            errors.add(name, "Must be true or false.");
        }
        return given.map(Boolean::parseBoolean).orElse(otherwise);
    }

    public int limit() {
        String given = one("limit").orElse(Integer.toString(Page.DEFAULT_LIMIT));
        if (given.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= Page.HIGHEST_LIMIT) {
                return limit;
            }
        }
        errors.add("limit", "Must be a whole number from 1 to " + Page.HIGHEST_LIMIT + ".");
        return Page.DEFAULT_LIMIT;
    }

    /** @param sorts every sort of the list, the default first; each may be reversed by a leading minus */
    public Sort sort(List<Sort> sorts) {
        Optional<String> given = one("sort");
        if (given.isEmpty()) {
            return sorts.getFirst();
        }
        String field = given.get().startsWith("-") ? given.get().substring(1) : given.get();
        if (sorts.stream().noneMatch(sort -> sort.field().equals(field))) {
            errors.add(
                    "sort",
                    "Must be one of "
                            + sorts.stream().map(Sort::field).distinct().toList()
                            + ", with a leading minus for the reverse.");
            return sorts.getFirst();
        }
        return new Sort(field, given.get().startsWith("-"));
    }

    /** The cursor's sort key, if one was given. */
    public Optional<List<String>> after(String list, Sort sort) {
        Optional<String> cursor = one("cursor");
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> key = Cursor.read(cursor.get(), identity(list, sort));
        if (key.isEmpty()) {
            errors.add("cursor", NO_CURSOR);
        }
        return key;
    }

    /** Likewise, of a list whose sort key has always so many parts. */
    public Optional<List<String>> after(String list, Sort sort, int parts) {
        Optional<List<String>> key = after(list, sort);
        if (key.isPresent() && key.get().size() != parts) {
            errors.add("cursor", NO_CURSOR);
            return Optional.empty();
        }
        return key;
    }

    /** For a parameter that means nothing here. */
    public void refuse(String name, String message) {
        if (values.containsKey(name)) {
            errors.add(name, message);
        }
    }

    /** Names this list with its filters and sort, for cursors to be bound to. */
    public String identity(String list, Sort sort) {
        Map<String, List<String>> filters = new TreeMap<>(values);
        filters.keySet().removeAll(Set.of("limit", "cursor", "sort"));
        return list + sort + filters;
    }

    public void error(String field, String message) {
        errors.add(field, message);
    }

    /** @throws InvalidInput where anything was not understood */
    public void refuseErrors() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /**
     * For what is searched for beside a list's own filters: the same is refused.
     *
     * @throws InvalidInput where it is too long or has control characters, on one of which the database would fail
     */
    public static void refuseUnreadable(String name, String value) {
        if (isUnreadable(value, LONGEST_VALUE)) {
            throw InvalidInput.of(name, unreadable(LONGEST_VALUE));
        }
    }

    private static String unreadable(int longest) {
        return "Must be at most " + longest + " characters, without control characters.";
    }

    private static int longest(String name) {
        return name.equals("cursor") ? LONGEST_CURSOR : LONGEST_VALUE;
    }

    private static boolean isUnreadable(@Nullable String value, int longest) {
        return value == null || value.length() > longest || value.chars().anyMatch(Character::isISOControl);
    }

    /** A field to sort by and whether the greatest comes first. */
    public record Sort(String field, boolean descending) {}
}
