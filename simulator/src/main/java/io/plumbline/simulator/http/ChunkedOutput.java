package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Frames a body as HTTP chunks. Not thread-safe; does not close the stream below. */
final class ChunkedOutput extends OutputStream {

    private static final byte[] END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int used;

    ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (used == buffer.length) {
            flushChunk();
        }
        buffer[used++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == buffer.length) {
                flushChunk();
            }
            int step = Math.min(left, buffer.length - used);
            System.arraycopy(bytes, from, buffer, used, step);
            used += step;
            from += step;
            left -= step;
        }
    }

    /** Sends what is buffered as one chunk. Writers' own flushes are ignored: they would make a chunk of every row. */
    void flushChunk() throws IOException {
        if (used > 0) {
            out.write((Integer.toHexString(used) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(buffer, 0, used);
            out.write(NEW_LINE);
            out.flush();
            used = 0;
        }
    }

    /** Sends the last chunk, which tells the client that the body is complete. */
    void finish() throws IOException {
        flushChunk();
        out.write(END);
        out.flush();
    }
}
