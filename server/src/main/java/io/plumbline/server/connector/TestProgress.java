package io.plumbline.server.connector;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckResult.Status;
import java.util.List;
import java.util.Optional;

/**
 * How far a connectivity test has come.
 *
 * @param ended checks that have, in order
 * @param open those that have not; the first of them runs
 */
public record TestProgress(List<CheckView> ended, List<CheckDefinition> open, State state) {

    /** BROKEN: ended by a mistake of ours. */
    public enum State {
        RUNNING,
        PASSED,
        FAILED,
        BROKEN;

        static State of(ConnectivityReport report) {
            return report.passed() ? PASSED : FAILED;
        }
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public long passed() {
        return ended.stream().filter(check -> check.status() == Status.PASSED).count();
    }

    public Optional<CheckView> failure() {
        return ended.stream().filter(check -> check.status() == Status.FAILED).findFirst();
    }
}
