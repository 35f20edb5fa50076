package io.plumbline.server.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A time of a body, of the years that four digits can tell: others are slips, and not every client could read them back. Cut to the
 * microseconds that the database keeps, so that it is read back as it was taken.
 */
final class InstantOfText extends ValueDeserializer<Instant> {

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                Instant instant =
                        OffsetDateTime.parse(parser.getString().strip()).toInstant();
                int year = instant.atOffset(ZoneOffset.UTC).getYear();
                if (year > 0 && year <= 9999) {
                    return instant.truncatedTo(ChronoUnit.MICROS);
                }
            } catch (DateTimeException malformed) {
                // told below
            }
        }
        return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
    }
}
