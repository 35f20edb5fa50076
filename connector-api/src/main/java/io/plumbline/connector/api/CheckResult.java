package io.plumbline.connector.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one check ended.
 *
 * @param message one sentence for a person; for a passed check what was found
 * @param remedy what to do; null where there is nothing to do
 * @param detail what the source answered, to the letter but without secrets; null where it said nothing
 */
public record CheckResult(
        CheckDefinition check,
        Status status,
        Duration duration,
        String message,
        @Nullable String remedy,
        @Nullable String detail) {

    /** SKIPPED: an earlier check failed, or the check does not apply. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }
}
