package io.plumbline.server.connector;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one check of a connectivity test ended, as the REST API and pages show it. */
public record CheckView(
        String id,
        String name,
        Status status,
        long durationMillis,
        String message,
        @Nullable String remedy,
        @Nullable String detail) {

    /** "under 1 ms", "340 ms", "2.1 s". */
    public String duration() {
        if (durationMillis == 0) {
            return "under 1 ms";
        }
        return durationMillis < 1_000
                ? durationMillis + " ms"
                : String.format(Locale.ROOT, "%.1f s", durationMillis / 1_000.0);
    }

    static CheckView of(CheckResult result) {
        return new CheckView(
                result.check().id(),
                result.check().name(),
                result.status(),
                result.duration().toMillis(),
                result.message(),
                result.remedy(),
                result.detail());
    }

    static CheckView failed(
            CheckDefinition check, Duration duration, String message, String remedy, @Nullable String detail) {
        return new CheckView(check.id(), check.name(), Status.FAILED, duration.toMillis(), message, remedy, detail);
    }

    static CheckView skipped(CheckDefinition check) {
        return new CheckView(
                check.id(), check.name(), Status.SKIPPED, 0, "Not run: an earlier check did not pass.", null, null);
    }
}
