package io.plumbline.server.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.connector.api.Severity;
import java.util.Map;

/** So many of each severity. */
record SeverityCounts(
        @JsonProperty("CRITICAL") long critical,
        @JsonProperty("HIGH") long high,
        @JsonProperty("MEDIUM") long medium,
        @JsonProperty("LOW") long low,
        @JsonProperty("INFO") long info) {

    static final SeverityCounts NONE = new SeverityCounts(0, 0, 0, 0, 0);

    static SeverityCounts of(Severity severity, long count) {
        return switch (severity) {
            case CRITICAL -> new SeverityCounts(count, 0, 0, 0, 0);
            case HIGH -> new SeverityCounts(0, count, 0, 0, 0);
            case MEDIUM -> new SeverityCounts(0, 0, count, 0, 0);
            case LOW -> new SeverityCounts(0, 0, 0, count, 0);
            case INFO -> new SeverityCounts(0, 0, 0, 0, count);
        };
    }

    static SeverityCounts of(Map<Severity, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .reduce(NONE, SeverityCounts::plus);
    }

    long of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
            case INFO -> info;
        };
    }

    SeverityCounts plus(SeverityCounts more) {
        return new SeverityCounts(
                critical + more.critical, high + more.high, medium + more.medium, low + more.low, info + more.info);
    }

    long sum() {
        return critical + high + medium + low + info;
    }
}
