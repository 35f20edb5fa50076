package io.plumbline.server.connector;

/** As many as may run at a time are running: 429. */
final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    TooMany(String sentence) {
        super(sentence);
    }
}
