package io.plumbline.connector.api;

import java.io.IOException;

/** Why a call got no reply, or a reply no end. The message is for a person and carries no secret. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public TransportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /** The name resolves to no address. */
        UNRESOLVED,
        /** The server's rules forbid the address; nothing was sent. */
        FORBIDDEN,
        /** Refused, unreachable, or closed before a whole reply head came. */
        UNREACHABLE,
        /** The certificate or the host name in it was not accepted. */
        TLS,
        /** Connecting, the head, or a pause in the body took longer than the call allows. */
        TIMED_OUT,
        /** The body broke off. */
        BROKEN_OFF
    }
}
