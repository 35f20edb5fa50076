package io.plumbline.connector.cortexxdr.protocol;

import java.io.IOException;

/** The reply ended whole but holds less than it announces. The message is a sentence. */
public final class IncompleteException extends IOException {

    private static final long serialVersionUID = 1L;

    public IncompleteException(String message) {
        super(message);
    }
}
