package io.plumbline.server.platform.web;

/** What was asked for does not exist: 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    public NotFound(String sentence) {
        super(sentence);
    }
}
