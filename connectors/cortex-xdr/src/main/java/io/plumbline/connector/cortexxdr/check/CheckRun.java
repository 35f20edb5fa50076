package io.plumbline.connector.cortexxdr.check;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckListener;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import io.plumbline.connector.api.ConnectorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs checks in order and reports each; after a failure the rest are skipped. Used by one thread. */
final class CheckRun {

    private final CheckListener listener;
    private boolean failed;

    CheckRun(CheckListener listener) {
        this.listener = listener;
    }

    /**
     * What a check found.
     *
     * @param remedy what to do although it passed; null for nothing
     */
    record Found(String message, @Nullable String remedy) {

        static Found of(String message) {
            return new Found(message, null);
        }
    }

    /** One check: returns what it found, or throws what is wrong. */
    @FunctionalInterface
    interface Check {
        Found run() throws InterruptedException;
    }

    void check(CheckDefinition definition, Check check) throws InterruptedException {
        if (failed) {
            skip(definition, "Skipped, because an earlier check failed.");
            return;
        }
        long start = System.nanoTime();
        try {
            Found found = check.run();
            report(definition, Status.PASSED, start, found.message(), found.remedy(), null);
        } catch (ConnectorException failure) {
            failed = true;
            report(definition, Status.FAILED, start, failure.sentence(), failure.remedy(), failure.detail());
        }
    }

    void skip(CheckDefinition definition, String why) {
        listener.ended(new CheckResult(definition, Status.SKIPPED, Duration.ZERO, why, null, null));
    }

    private void report(
            CheckDefinition definition,
            Status status,
            long start,
            String message,
            @Nullable String remedy,
            @Nullable String detail) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listener.ended(new CheckResult(definition, status, took, message, remedy, detail));
    }
}
