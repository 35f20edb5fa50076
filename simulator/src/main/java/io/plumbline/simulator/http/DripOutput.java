package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends one byte per interval. Not thread-safe; does not close the stream below. */
final class DripOutput extends OutputStream {

    private final OutputStream out;
    private final long nanos;

    DripOutput(OutputStream out, Duration interval) {
        this.out = out;
        this.nanos = interval.toNanos();
    }

    @Override
    public void write(int b) throws IOException {
        LockSupport.parkNanos(nanos);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the tenant is being closed");
        }
        out.write(b);
        out.flush();
    }
}
