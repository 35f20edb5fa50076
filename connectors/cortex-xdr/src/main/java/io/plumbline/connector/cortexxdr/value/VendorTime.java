package io.plumbline.connector.cortexxdr.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads times: epoch milliseconds as a number or text, and in streamed rows {@code 2021-05-18 14:24:51.681 UTC} with any
 * fraction or none. The same column has one form inline and the other in a stream.
 */
public final class VendorTime {

    private static final DateTimeFormatter STREAMED = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .appendPattern("[' ']['T']")
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[' ']['UTC']['Z']")
            .toFormatter(Locale.ROOT);

    /** Past this a time is a mistake, and no database takes it. */
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private VendorTime() {}

    /** Empty for nothing, for 0 and less, which stand for "never", and for what is no time. */
    public static Optional<Instant> of(JsonNode node) {
        try {
            return parse(node).filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(END));
        } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parse(JsonNode node) {
        if (node.isNumber()) {
            return node.canConvertToLong() ? Optional.of(Instant.ofEpochMilli(node.asLong())) : Optional.empty();
        }
        String text = node.isString() ? node.stringValue().strip() : "";
        if (text.matches("-?[0-9]{1,18}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            return Optional.of(LocalDateTime.parse(text, STREAMED).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
