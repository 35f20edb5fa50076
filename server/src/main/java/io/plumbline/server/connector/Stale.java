package io.plumbline.server.connector;

/** The thing has changed since it was read: 412. */
final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    Stale(String sentence) {
        super(sentence);
    }
}
