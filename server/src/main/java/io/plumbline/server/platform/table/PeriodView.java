package io.plumbline.server.platform.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The spans of time of one filter, as a menu or as a page of its own.
 *
 * @param path takes two days, {@code from_day} and {@code to_day}, and leads to the list
 * @param from the first day of the span that is set; empty where none is
 * @param to the last one, likewise
 * @param anyTime the list without this filter; null where it is not set
 * @param back the list without choosing
 */
public record PeriodView(
        TablePage<?> page,
        Period period,
        String path,
        List<TableView.Kept> kept,
        String from,
        String to,
        List<Choice> choices,
        @Nullable String anyTime,
        String back) {

    /** @param amount how many records the span leaves */
    public record Choice(String label, String amount, String href) {}

    static String day(List<String> end, Function<Instant, LocalDate> day) {
        try {
            return end.isEmpty() ? "" : day.apply(Instant.parse(end.getFirst())).toString();
        } catch (DateTimeException noTime) {
            return ""; // the list will say so
        }
    }
}
