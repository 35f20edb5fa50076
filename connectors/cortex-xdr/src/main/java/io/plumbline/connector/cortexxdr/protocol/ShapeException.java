package io.plumbline.connector.cortexxdr.protocol;

import java.io.IOException;

/** The JSON is well-formed but not what the call answers with. The message completes the sentence "the reply …". */
public final class ShapeException extends IOException {

    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
