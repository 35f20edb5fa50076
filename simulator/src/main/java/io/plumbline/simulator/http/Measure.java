package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes a body to nowhere, to know where to cut it. Bodies say the same each time they are written. */
public final class Measure extends OutputStream {

    private long size;
    private long lineStart;
    private long lineEnd;
    private boolean newLine = true;

    private Measure() {}

    public static Measure of(Body body) {
        var measure = new Measure();
        try {
            body.writeTo(measure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return measure;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** How many bytes there are up to the middle of the last line that is not empty. */
    public long middleOfLastLine() {
        return lineStart + (lineEnd - lineStart) / 2;
    }

    @Override
    public void write(int b) {
        if (b != '\n') {
            if (newLine) {
                lineStart = size;
            }
            lineEnd = size + 1;
        }
        newLine = b == '\n';
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }
}
