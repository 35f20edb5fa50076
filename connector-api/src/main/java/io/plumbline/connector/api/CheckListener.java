package io.plumbline.connector.api;

/** Hears of each check as it ends, in order, on the thread that runs the test. */
@FunctionalInterface
public interface CheckListener {
    void ended(CheckResult result);
}
