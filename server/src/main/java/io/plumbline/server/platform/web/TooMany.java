package io.plumbline.server.platform.web;

/** As many as may run at a time are running: 429. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    public TooMany(String sentence) {
        super(sentence);
    }
}
