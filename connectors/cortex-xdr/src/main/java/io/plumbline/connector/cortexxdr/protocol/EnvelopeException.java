package io.plumbline.connector.cortexxdr.protocol;

import java.io.IOException;

/** A 2xx reply carries an error envelope: it counts as the refusal it describes. */
public final class EnvelopeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorEnvelope envelope;

    EnvelopeException(ErrorEnvelope envelope) {
        super("an error inside a reply of success");
        this.envelope = envelope;
    }

    ErrorEnvelope envelope() {
        return envelope;
    }
}
