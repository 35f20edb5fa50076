package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** Passes so many bytes on and breaks the writer off at the next one. Not thread-safe; does not close the stream below. */
final class CutOutput extends OutputStream {

    private final OutputStream out;
    private long left;
    private boolean cut;

    CutOutput(OutputStream out, long bytes) {
        this.out = out;
        this.left = bytes;
    }

    /** Whether the writer was broken off: then its exception is this stream's own. */
    boolean cut() {
        return cut;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int kept = (int) Math.min(left, length);
        out.write(bytes, offset, kept);
        left -= kept;
        if (kept < length) {
            cut = true;
            throw new IOException("cut as planned");
        }
    }
}
