package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a reply's content as it is produced, so that a reply of any size takes no memory. */
@FunctionalInterface
public interface Body {

    /** Writes everything and does not close the stream. */
    void writeTo(OutputStream out) throws IOException;
}
