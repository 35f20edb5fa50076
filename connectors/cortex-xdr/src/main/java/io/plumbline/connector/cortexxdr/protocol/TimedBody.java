package io.plumbline.connector.cortexxdr.protocol;

import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body as it is sent, which must be whole after a while. Below all unpacking: packed bytes may go on for ever and yield nothing. Used
 * by one thread.
 */
final class TimedBody extends FilterInputStream {

    private final Duration longest;
    private final LongSupplier nanos;
    private final long start;

    /** @param nanos as {@link System#nanoTime} */
    TimedBody(InputStream sent, Duration longest, LongSupplier nanos) {
        super(sent);
        this.longest = longest;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        return super.read(into, from, length);
    }

    /** A body that always has bytes is never waited for, and only who waits is interrupted. */
    private void check() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped while a reply was being read");
        }
        if (nanos.getAsLong() - start > longest.toNanos()) {
            throw new TransportException(
                    Kind.TIMED_OUT, "the reply was not whole after " + longest.toMinutes() + " minutes");
        }
    }
}
