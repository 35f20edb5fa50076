package io.plumbline.connector.api;

import java.io.InputStream;
import java.util.Optional;

/** A reply whose body is still on its way. Used by one thread; closing it gives the connection back or drops it. */
public interface HttpReply extends AutoCloseable {

    int status();

    /** The first value of a header, its name without regard to case. */
    Optional<String> header(String name);

    /**
     * The body's bytes as sent, once. Reading throws {@link TransportException} when the connection breaks, a pause outlasts the
     * call's time-out, or the body ends before the length that was announced.
     */
    InputStream body();

    @Override
    void close();
}
