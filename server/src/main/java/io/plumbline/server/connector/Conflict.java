package io.plumbline.server.connector;

/** The state of things does not allow it now: 409. */
final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    Conflict(String sentence) {
        super(sentence);
    }
}
