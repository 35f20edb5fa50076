package io.plumbline.server.sync;

/** A run that may not go on: cancelled, stopped, or closed by somebody else. */
final class RunLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunLostException(long syncId) {
        super("sync " + syncId + " may not commit");
    }
}
