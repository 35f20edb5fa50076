package io.plumbline.simulator.vendor;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The time that a query looks back on. */
final class Window {

    private static final Duration DEFAULT = Duration.ofHours(24);

    private Window() {}

    /**
     * When the window begins, epoch milliseconds. The request wins over the query's own {@code config timeframe}; where neither
     * says, it is the last 24 hours.
     */
    static long start(JsonNode timeframe, Map<String, String> config, long now) {
        if (timeframe.path("from").isIntegralNumber()) {
            return timeframe.path("from").asLong();
        }
        if (timeframe.path("relativeTime").isIntegralNumber()) {
            return now - timeframe.path("relativeTime").asLong();
        }
        var own = config.get("timeframe");
        return now - (own == null ? DEFAULT : duration(own)).toMillis();
    }

    private static Duration duration(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            throw Refusal.badRequest("unknown timeframe " + text);
        }
        long number = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(number * 7);
            case "mo" -> Duration.ofDays(number * 30);
            case "y" -> Duration.ofDays(number * 365);
            default -> throw Refusal.badRequest("unknown timeframe " + text);
        };
    }
}
