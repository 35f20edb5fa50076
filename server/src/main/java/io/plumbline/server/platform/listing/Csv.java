package io.plumbline.server.platform.listing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8 under a heading row. What spreadsheets would take for a formula gets an apostrophe in
 * front, for its text comes from machines that may have been broken into; numbers stay numbers.
 */
record Csv<T>(List<Column<T>> columns) implements ExportFormat<T> {

    /**
     * After a semicolon too: it joins elements, and in many countries spreadsheets part cells at it, and rows at line breaks, whatever
     * quotes are around. Quotes then stand before the formula and are none of its text. The wide signs of East Asian keyboards begin one too.
     */
    private static final Pattern FORMULA = Pattern.compile("(?:^|[;\\r\\n])\"*(?=[=+\\-@＝＋－＠\\t\\r])");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");
    private static final String END = "\r\n";

    @Override
    public String contentType() {
        return Exports.CSV + ";charset=UTF-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String head() {
        return row(column -> text(column.name()));
    }

    @Override
    public String line(T item) {
        return row(column -> cell(column.value().apply(item)));
    }

    private String row(Function<Column<T>, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case OffsetDateTime time -> time.toInstant().toString();
            case Collection<?> some -> text(some.stream().map(String::valueOf).collect(Collectors.joining(";")));
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        String harmless = FORMULA.matcher(text).replaceAll("$0'");
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
