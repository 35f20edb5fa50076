package io.plumbline.simulator.http;

import java.time.Duration;

/** How the bytes of a reply reach the client. */
public sealed interface Delivery {

    Delivery WHOLE = new Whole();

    /** As it should be. */
    record Whole() implements Delivery {}

    /** One byte of the body per interval. */
    record Drip(Duration interval) implements Delivery {}

    /**
     * The connection is closed after so many bytes of the body.
     *
     * @param chunked whether the body comes in chunks whose last one is missing, or under a {@code Content-Length} it never
     *     reaches
     */
    record Truncate(long bytes, boolean chunked) implements Delivery {}

    /** The connection is reset (TCP RST) instead of an answer. */
    record Reset() implements Delivery {}
}
