package io.plumbline.server.connector;

/** What was asked for does not exist: 404. */
final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    NotFound(String sentence) {
        super(sentence);
    }
}
