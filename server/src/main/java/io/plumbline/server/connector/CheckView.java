package io.plumbline.server.connector;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one check of a connectivity test ended, as the REST API shows it. */
record CheckView(
        String id,
        String name,
        Status status,
        long durationMillis,
        String message,
        @Nullable String remedy,
        @Nullable String detail) {

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
