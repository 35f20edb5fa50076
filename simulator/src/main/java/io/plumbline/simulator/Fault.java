package io.plumbline.simulator;

import java.time.Duration;

/** Something that goes wrong with one answer. */
public sealed interface Fault {

    /** Another answer altogether. */
    record Status(int code, String contentType, String body) implements Fault {}

    /** The right answer, late. */
    record Delay(Duration duration) implements Fault {}

    /** The right answer, one byte of the body per interval. */
    record Drip(Duration interval) implements Fault {}

    /**
     * The connection is closed after so many bytes of the body, as they go over the wire.
     *
     * @param chunked true: chunks without the last one; false: a {@code Content-Length} that is not reached
     */
    record Truncate(long afterBytes, boolean chunked) implements Fault {}

    /** The compressed body is cut in its middle but framed as complete; a body that is not compressed is compressed first. */
    record CutGzip() implements Fault {}

    /** The body ends in the middle of its last line, compressed and framed as complete. */
    record CutLastLine() implements Fault {}

    /** Bytes that are neither text nor JSON, as {@code application/json} with status 200. */
    record Garbage() implements Fault {}

    /** A proxy's page, as {@code text/html}. */
    record Html(int code) implements Fault {}

    /** The connection is reset (TCP RST) instead of an answer. */
    record Reset() implements Fault {}

    /** Status 200 with the vendor's error envelope in the body. */
    record ErrorEnvelopeIn200(int errCode) implements Fault {}
}
