package io.plumbline.server.platform.table;

import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.ListQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Two days that a reader gave, as the ends of a {@link Period}. */
final class PeriodForm {

    private static final String FROM = "from_day";
    private static final String TO = "to_day";

    private PeriodForm() {}

    /**
     * The list's address with the period set to the days that stand in the form's, or with an end less where a day is missing.
     *
     * @throws InvalidInput where a day is none
     */
    static Address read(Period period, Address form, ZoneId zone) {
        FieldErrors errors = new FieldErrors();
        Optional<Instant> after = end(form, FROM, day -> Period.from(day, zone), errors);
        Optional<Instant> before = end(form, TO, day -> Period.to(day, zone), errors);
        if (after.isPresent()
                && before.isPresent()
                && !Period.shown(after.get()).isBefore(before.get())) {
            errors.add(TO, "Must not lie before the first day.");
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        Address list = period.remove(form.remove(FROM).remove(TO));
        if (after.isPresent()) {
            list = period.set(list, period.after(), after.get());
        }
        return before.isPresent() ? period.set(list, period.before(), before.get()) : list;
    }

    private static Optional<Instant> end(
            Address form, String name, Function<LocalDate, Instant> end, FieldErrors errors) {
        try {
            Optional<Instant> instant =
                    form.all(name).stream().findFirst().map(LocalDate::parse).map(end);
            if (instant.isEmpty() || ListQuery.isStorable(instant.get())) {
                return instant;
            }
        } catch (DateTimeException noDay) {
            // told below
        }
        errors.add(name, "Must be a day like 2026-01-31.");
        return Optional.empty();
    }
}
