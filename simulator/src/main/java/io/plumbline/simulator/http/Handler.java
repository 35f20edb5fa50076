package io.plumbline.simulator.http;

/** Answers requests; called on many threads at once. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request) throws InterruptedException;
}
