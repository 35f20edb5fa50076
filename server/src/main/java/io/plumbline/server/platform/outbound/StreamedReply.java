package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpReply;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Pipe;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * A reply whose bytes a thread of their own fetches into a small pipe. A thread that reads a socket cannot be interrupted;
 * one that waits at the pipe can, so a cancelled sync does not sit out a time-out.
 */
final class StreamedReply implements HttpReply {

    private static final long PIPE_BYTES = 256 * 1024;
    private static final long CHUNK_BYTES = 64 * 1024;

    private final Call call;
    private final Response response;
    private final TransportFailures failures;
    private final Duration timeout;
    private final Pipe pipe = new Pipe(PIPE_BYTES);
    private final InputStream body;
    private volatile @Nullable IOException broken;
    private volatile boolean whole;

    private StreamedReply(Call call, Response response, TransportFailures failures, Duration timeout) {
        this.call = call;
        this.response = response;
        this.failures = failures;
        this.timeout = timeout;
        this.body = new PipedBody(Okio.buffer(pipe.source()).inputStream());
    }

    static StreamedReply start(Call call, Response response, TransportFailures failures, Duration timeout) {
        StreamedReply reply = new StreamedReply(call, response, failures, timeout);
        Thread.ofVirtual().name("outbound-body").start(reply::pump);
        return reply;
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public Optional<String> header(String name) {
        return RetryAfter.find(response, name);
    }

    @Override
    public InputStream body() {
        return body;
    }

    /** A body that is not read to its end takes its connection with it. */
    @Override
    public void close() {
        if (!whole) {
            call.cancel();
        }
        pipe.cancel(); // the fetching thread closes the response; nobody else may touch it meanwhile
    }

    private void pump() {
        try (Sink sink = pipe.sink()) {
            copyTo(sink);
        } catch (IOException nobodyReads) {
            call.cancel(); // closed with bytes still in the pipe; the reader has seen what it wanted
        }
    }

    /** Notes how the body ended before the sink is closed: the reader looks only after that. */
    private void copyTo(Sink sink) {
        try (BufferedSource source = response.body().source()) {
            Buffer arrived = new Buffer();
            long count = source.read(arrived, CHUNK_BYTES);
            // Each piece goes on as it comes: copying in whole segments would hold back the last one.
            while (count >= 0) {
                sink.write(arrived, count);
                count = source.read(arrived, CHUNK_BYTES);
            }
            whole = true;
        } catch (IOException failure) {
            broken = failure; // or the reader has gone and nobody asks
        }
    }

    private final class PipedBody extends FilterInputStream {

        PipedBody(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0; // readNBytes asks so at its end; the stream below would wait for a byte
            }
            try {
                int count = super.read(into, from, length);
                return count < 0 ? end() : count;
            } catch (InterruptedIOException interrupted) {
                call.cancel();
                throw interrupted;
            }
        }

        private int end() throws IOException {
            IOException failure = broken;
            if (failure != null) {
                throw failures.inBody(failure, timeout);
            }
            return -1;
        }
    }
}
